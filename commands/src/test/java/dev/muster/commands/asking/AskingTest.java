package dev.muster.commands.asking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.form.Form;
import dev.muster.commands.incident.IncidentPost;
import dev.muster.commands.incident.TestIncidents;
import dev.muster.commands.incident.command.TestChannel;
import dev.muster.commands.testing.People;
import dev.muster.commands.testing.Screen;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskingTest {

  private final TestChannel channel = new TestChannel();

  @BeforeEach
  void open() {
    channel.incidents.add(
        TestIncidents.about(8, "slow").joinedBy(TestIncidents.CRITICAL, Optional.empty()));
  }

  private static Form form(Reply reply) {
    return reply.form().orElseThrow();
  }

  private static Form.Field field(Reply reply, String name) {
    return form(reply).fields().stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void what_is_missing_is_named_and_asked_for() {
    var reply = channel.say("/incident declare");

    assertThat(reply.error()).contains(Reply.Error.INVALID);
    assertThat(reply.missing()).containsExactly("title", "severity");
    assertThat(form(reply).command()).isEqualTo("/incident declare");
    assertThat(form(reply).usage()).startsWith("/incident declare title severity:");
    assertThat(field(reply, "severity").choices()).extracting("value").contains("High");
  }

  @Test
  void what_was_typed_stands_in_the_form() {
    var reply = channel.say("/incident declare Checkout is \"down\" users:1,200 etr:banana");

    assertThat(reply.missing()).containsExactly("severity");
    assertThat(field(reply, "title").value()).isEqualTo("Checkout is \"down\"");
    assertThat(field(reply, "affected-users").value()).isEqualTo("1,200");
    assertThat(field(reply, "etr").problem().orElseThrow()).contains("I can't read the time");
  }

  @Test
  void a_form_that_was_filled_in_is_a_command_that_could_have_been_typed() {
    var form = form(channel.say("/incident declare"));
    var text =
        Submission.text(
            form.command(),
            form.fields().stream().map(Form.Field::parameter).toList(),
            Map.of(
                "title", "A \"quoted\" severity:low title",
                "severity", "High",
                "summary", "two\nlines with \\ and , and \"this\""));

    var incident = channel.incidents.get(1051);
    assertThat(incident).isNull();
    assertThat(channel.say(text).error()).isEmpty();
    var declared = channel.incidents.get(1051);
    assertThat(declared.headline().title()).isEqualTo("A \"quoted\" severity:low title");
    assertThat(declared.severity().name()).isEqualTo("High");
    assertThat(declared.headline().summary()).contains("two\nlines with \\ and , and \"this\"");
  }

  @Test
  void the_only_open_incident_is_filled_in() {
    var reply = channel.say("/incident note");

    assertThat(reply.missing()).containsExactly("number", "text");
    assertThat(field(reply, "number").value()).isEqualTo("#8");
    assertThat(field(reply, "number").problem()).isEmpty();
  }

  @Test
  void in_its_thread_an_incident_is_not_asked_for() {
    var reply = channel.sayInThread(8, "/incident update");

    assertThat(reply.missing()).containsExactly("text");
    assertThat(form(reply).fields()).extracting(Form.Field::name).doesNotContain("number");
  }

  @Test
  void a_button_in_a_thread_names_the_incident_and_is_no_text() {
    var command = IncidentPost.command("update", channel.incidents.get(8));

    var reply = channel.sayInThread(8, command);

    assertThat(reply.missing()).containsExactly("text");
    assertThat(form(reply).command()).isEqualTo("/incident update #8");
  }

  @Test
  void a_number_that_was_typed_stays() {
    var reply = channel.say("/incident assign 8");

    assertThat(form(reply).command()).isEqualTo("/incident assign #8");
    assertThat(reply.missing()).containsExactly("who");
  }

  private String shown(Reply reply) {
    return Screen.wide(reply.message());
  }

  @Test
  void an_example_names_the_incident_that_is_meant_and_no_other() {
    channel.incidents.add(TestIncidents.about(9, "slow too"));

    assertThat(shown(channel.say("/incident note")))
        .contains("`/incident note NUMBER Restarted api-1, errors go down`");
    assertThat(shown(channel.say("/incident snooze 9 2hh")))
        .contains("`/incident snooze 9 2h Waits for the vendor`");
    assertThat(shown(channel.sayInThread(8, "/incident snooze 2hh")))
        .contains("`/incident snooze 2h Waits for the vendor`");
    assertThat(shown(channel.sayInThread(8, "/incident snooze #9 2hh")))
        .contains("`/incident snooze #9 2h Waits for the vendor`");
    assertThat(shown(channel.say("/incident merge 9 9")))
        .contains("`/incident merge 9 into NUMBER`");
    assertThat(shown(channel.say("/incident merge x")))
        .contains("`/incident merge NUMBER into NUMBER`");
  }

  @Test
  void in_a_thread_the_number_of_another_incident_stands_where_the_command_reads_it() {
    var reply = channel.sayInThread(8, "/incident snooze 9 2h vendor");

    assertThat(reply.message().fallback()).startsWith("I can't read \"9\" as a time.");
    assertThat(shown(reply)).contains("For #9 write `/incident snooze #9 2h vendor`");
    assertThat(form(reply).command()).isEqualTo("/incident snooze");
    assertThat(field(reply, "for").value()).isEqualTo("9");
    assertThat(field(reply, "reason").value()).isEqualTo("2h vendor");
    assertThat(shown(channel.sayInThread(8, "/incident role 9 ic me")))
        .startsWith("There is no role \"9\".")
        .contains("For #9 write `/incident role #9 ic me`");
  }

  @ParameterizedTest
  @ValueSource(strings = {"8", "#8"})
  void in_its_own_thread_a_number_is_no_value(String number) {
    var reply = channel.sayInThread(8, "/incident snooze " + number + " 2hh vendor");

    assertThat(reply.message().fallback()).startsWith("I can't read \"2hh\" as a time.");
    assertThat(shown(reply)).doesNotContain("For #8");
    assertThat(form(reply).command()).isEqualTo("/incident snooze #8");
    assertThat(field(reply, "for").value()).isEqualTo("2hh");
  }

  @Test
  void what_takes_a_number_and_named_values_asks_again_about_the_incident_that_was_named() {
    channel.incidents.add(TestIncidents.about(9, "slow too"));

    var reply = channel.sayInThread(8, "/incident resolve 9 users:many");

    assertThat(form(reply).command()).isEqualTo("/incident resolve #9");
  }

  @Test
  void in_a_thread_of_something_else_a_number_is_an_incidents() {
    var reply = channel.sayInOtherThread("/incident snooze 8 2hh vendor");

    assertThat(field(reply, "for").value()).isEqualTo("2hh");
    assertThat(form(reply).command()).isEqualTo("/incident snooze #8");
  }

  @Test
  void a_typo_in_a_value_is_mended_by_a_button() {
    var reply = channel.say("/incident severity 8 hgih");

    assertThat(reply.form()).isEmpty();
    channel.say(TestChannel.command(reply, "Yes, do it"));
    assertThat(channel.incidents.get(8).severity().name()).isEqualTo("High");
  }

  @Test
  void a_typo_in_an_options_name_is_mended_by_a_button() {
    var reply = channel.say("/incident edit 8 --affected-usres 612");

    assertThat(TestChannel.command(reply, "Yes, do it"))
        .isEqualTo("/incident edit 8 --affected-users 612");
  }

  @Test
  void a_form_of_what_is_known_sends_only_what_was_changed() {
    channel.say("/incident edit 8 services:api,db etr:30m");
    var form = form(channel.say("/incident edit 8"));
    var parameters = form.fields().stream().map(Form.Field::parameter).toList();
    var before =
        form.fields().stream().collect(Collectors.toMap(Form.Field::name, Form.Field::before));
    channel.say("/incident edit 8 services:+web summary:Disk");

    var values = new HashMap<>(before);
    values.put("services", "db, cache");
    values.put("etr", "");
    var changed = Submission.changed(parameters, values, before);

    assertThat(changed)
        .containsOnly(Map.entry("services", "+cache,-api"), Map.entry("etr", "none"));
    assertThat(Submission.seen(parameters, values, before).byField())
        .containsOnly(Map.entry("etr", Stamps.of(before.get("etr"))));
    channel.say(Submission.text(form.command(), parameters, changed));
    var incident = channel.incidents.get(8);
    assertThat(incident.headline().services()).containsExactly("cache", "db", "web");
    assertThat(incident.headline().summary()).contains("Disk");
    assertThat(incident.details().times().expectedOver()).isEmpty();
  }

  @Test
  void a_list_of_names_that_is_begun_or_emptied_could_overwrite_what_others_wrote() {
    var parameters =
        form(channel.say("/incident edit 8")).fields().stream().map(Form.Field::parameter).toList();

    assertThat(Submission.seen(parameters, Map.of("services", "db"), Map.of()).byField())
        .containsOnly(Map.entry("services", Stamps.of("")));
    assertThat(
            Submission.seen(parameters, Map.of("services", ""), Map.of("services", "db")).byField())
        .containsOnly(Map.entry("services", Stamps.of("db")));
  }

  @Test
  void what_a_form_has_seen_is_no_part_of_its_last_field() {
    var seen = " form-saw:root-cause=" + Stamps.of("");

    var reply = channel.say("/incident edit 8 etr:banana root-cause:\"Disk is full\"" + seen);

    assertThat(field(reply, "etr").problem()).isPresent();
    assertThat(field(reply, "root-cause").value()).isEqualTo("Disk is full");
  }

  @Test
  void times_are_written_so_that_they_can_be_read_again() {
    channel.say("/incident edit 8 started:09:15");
    var started = field(channel.say("/incident edit 8"), "started").value();
    var at = channel.incidents.get(8).details().times().started();

    channel.say("/incident edit 8 started:now");
    channel.say("/incident edit 8 started:\"" + started + "\"");

    assertThat(channel.incidents.get(8).details().times().started()).isEqualTo(at);
  }

  @Test
  void a_denied_command_asks_for_nothing() {
    var reply = channel.say(People.CTO, "/incident declare");

    assertThat(reply.error()).contains(Reply.Error.DENIED);
    assertThat(reply.form()).isEmpty();
  }
}
