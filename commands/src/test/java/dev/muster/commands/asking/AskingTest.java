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

  @Test
  void an_example_names_an_incident_that_there_is() {
    assertThat(Screen.wide(channel.say("/incident note").message()))
        .contains("`/incident note 8 Restarted api-1, errors go down`");
    channel.incidents.add(TestIncidents.about(9, "slow too"));
    assertThat(Screen.wide(channel.say("/incident snooze 9 2hh").message()))
        .contains("`/incident snooze 9 2h Waits for the vendor`");
    assertThat(Screen.wide(channel.sayInThread(8, "/incident snooze 2hh").message()))
        .contains("`/incident snooze 2h Waits for the vendor`");
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
