package dev.muster.commands.intake.history.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.asking.AskFilter;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.CommandTable;
import dev.muster.commands.chat.HelpCommand;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Place;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Router;
import dev.muster.commands.chat.form.Choices.Choice;
import dev.muster.commands.delivery.MemoryDeliveries;
import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.Change;
import dev.muster.commands.incident.command.TestChannel;
import dev.muster.commands.silence.MatcherReader;
import dev.muster.commands.silence.Silence;
import dev.muster.commands.silence.SilenceId;
import dev.muster.commands.silence.Silences;
import dev.muster.commands.testing.MemoryTransactions;
import dev.muster.commands.testing.People;
import dev.muster.commands.testing.Screen;
import dev.muster.commands.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertCommandsTest {

  private final TestClock clock = new TestClock();
  private final MemoryAlerts alerts = new MemoryAlerts(clock);
  private final Router router = router();
  private Silences silences = Silences.NONE;

  private Router router() {
    var all = new ArrayList<Command>();
    all.addAll(
        AlertCommands.all(
            new AlertCommands.Archive(
                alerts, new MemoryDeliveries(new MemoryTransactions()), () -> silences),
            People.team(),
            List.of("alertmanager"),
            clock));
    all.add(new HelpCommand(() -> new CommandTable(all), People.directory()));
    return new Router(new CommandTable(all), List.of(new AskFilter(clock, _ -> Optional.empty())));
  }

  private Reply say(String text) {
    var place = new Place("web", "incidents", Optional.empty());
    return router.handle(new Invocation(People.DEVOPS, place, text, "r1"));
  }

  @Test
  void what_fires_is_listed_worst_first_then_oldest() {
    alerts.fire("disk", CanonicalSeverity.LOW, "Low");
    clock.advance(Duration.ofMinutes(1));
    alerts.fire("api", CanonicalSeverity.CRITICAL, "Critical");
    clock.advance(Duration.ofMinutes(1));
    alerts.fire("db", CanonicalSeverity.CRITICAL, "Critical");

    assertThat(Screen.wide(say("/alert list").message()))
        .isEqualTo(
            """
            3 alerts fire
            Critical · api · since 10:01 · #8 · alert 2 ›
            Critical · db · since 10:02 · #8 · alert 3 ›
            Low · disk · since 10:00 · #8 · alert 1 ›
            """);
  }

  @Test
  void ten_are_shown_with_a_way_to_the_others() {
    for (var number = 1; number <= 23; number++) {
      alerts.fire("a" + number, CanonicalSeverity.HIGH, "High");
    }

    var first = say("/alert list --severity high");
    var second = say(TestChannel.command(first, "10 more"));
    var third = say(TestChannel.command(second, "3 more"));

    assertThat(Screen.wide(first.message()))
        .contains("23 alerts fire", " a10 ")
        .doesNotContain(" a11 ");
    assertThat(Screen.wide(third.message())).contains(" a21 ", " a23 ").doesNotContain(" a20 ");
    assertThat(TestChannel.buttons(third))
        .extracting(Block.Button::label)
        .containsExactly("Show alert 21", "Show alert 22", "Show alert 23");
    assertThat(say(TestChannel.command(third, "Show alert 22")).message().fallback())
        .isEqualTo("HIGH · a22");
  }

  @Test
  void lists_are_narrowed_down() {
    alerts.fire("old", CanonicalSeverity.HIGH, "High");
    alerts.fire("low", CanonicalSeverity.LOW, "Low");
    clock.advance(Duration.ofHours(3));
    alerts.fire("fresh", CanonicalSeverity.HIGH, "High");
    alerts.over(1);

    assertThat(Screen.wide(say("/alert list since:2h").message()))
        .contains("fresh")
        .doesNotContain("low");
    assertThat(Screen.wide(say("/alert list --severity low").message()))
        .contains("low")
        .doesNotContain("fresh");
    assertThat(Screen.wide(say("/alert list resolved").message()))
        .contains("old")
        .doesNotContain("fresh");
    assertThat(Screen.wide(say("/alert list --status all --source alertmanager").message()))
        .contains("old", "low", "fresh");
    assertThat(say("/alert list source:grafana").error()).contains(Reply.Error.INVALID);
  }

  @Test
  void one_is_shown_with_all_that_is_known() {
    alerts.fire("api", CanonicalSeverity.CRITICAL, "Critical");

    for (var text : List.of("/alert show 1", "/alert 1", "/muster alert show 1")) {
      var shown = say(text);
      assertThat(shown.error()).isEmpty();
      assertThat(Screen.wide(shown.message()))
          .contains("(CRITICAL) CRITICAL · api #8", "FIRING since 10:00 · alert 1")
          .contains("alertmanager told of it 3 times, last 10:00", "service=api", "Generator↗")
          .contains("[*Show #8*]");
    }
  }

  @Test
  void a_past_one_keeps_its_number() {
    alerts.fire("api", CanonicalSeverity.CRITICAL, "Critical");
    alerts.over(1);

    assertThat(Screen.wide(say("/alert list resolved").message())).contains(" · alert 1 ›");
    assertThat(Screen.wide(say("/alert show 1").message())).contains("RESOLVED since");
    assertThat(say("/alert show 2").message().fallback())
        .isEqualTo("There is no alert 2. /alert list");
  }

  @Test
  void what_is_missing_or_wrong_is_answered_with_a_way_on() {
    alerts.fire("api", CanonicalSeverity.CRITICAL, "Critical");

    var missing = say("/alert show");
    assertThat(missing.missing()).containsExactly("alert");
    assertThat(missing.form().orElseThrow().fields().getFirst().value()).isEqualTo("1");
    assertThat(TestChannel.command(say("/alert list firign"), "Yes, do it"))
        .isEqualTo("/alert list firing");
    assertThat(say("/alert show banana").error()).contains(Reply.Error.INVALID);
    assertThat(say("/alert list severity:low").message().fallback())
        .isEqualTo("No alert is like that.");
  }

  @Test
  void nobody_is_asked_for_what_only_buttons_say() {
    assertThat(say("/alert list banana").form().orElseThrow().fields())
        .extracting(field -> field.parameter().asked().label())
        .containsExactly("Which", "Severity", "Source", "Silence", "Since");
    assertThat(say("/alert list page:2").error()).isEmpty();
  }

  @Test
  void the_newest_that_fire_are_offered() {
    alerts.fire("api", CanonicalSeverity.CRITICAL, "Critical");
    alerts.fire("db", CanonicalSeverity.LOW, "Low");
    alerts.fire("disk", CanonicalSeverity.LOW, "Low");
    alerts.over(2);

    assertThat(say("/alert show").form().orElseThrow().fields().getFirst().choices())
        .extracting(Choice::value)
        .containsExactly("3", "1");
  }

  @Test
  void what_is_silenced_says_until_when_by_whom_and_why() {
    alerts.fire("api", CanonicalSeverity.CRITICAL, "Critical");
    var free = say("/alert show 1");
    assertThat(TestChannel.command(free, "Silence")).isEqualTo("/alert silence service=\"api\"");
    var change = new Change(clock.instant(), Actor.of(People.DEVOPS));
    var until = clock.instant().plus(Duration.ofHours(2));
    var matchers = MatcherReader.parse("service=api");
    var silence = new Silence(new SilenceId(3), matchers, "vendor", change, until);
    silences = new Silences(List.of(silence));

    var shown = say("/alert show 1");

    assertThat(Screen.wide(shown.message()))
        .contains("SILENCED until 12:00 by DevOps Engineer: vendor (silence 3)");
    assertThat(TestChannel.command(shown, "End silence 3")).isEqualTo("/alert unsilence 3");
    clock.advance(Duration.ofHours(2));
    assertThat(Screen.wide(say("/alert show 1").message())).doesNotContain("SILENCED");
  }
}
