package dev.muster.commands.asking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.form.Form;
import dev.muster.commands.incident.TestIncidents;
import dev.muster.commands.incident.command.TestChannel;
import dev.muster.commands.testing.People;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FilledTest {

  private final TestChannel channel = new TestChannel();

  @BeforeEach
  void open() {
    channel.incidents.add(
        TestIncidents.about(8, "slow").joinedBy(TestIncidents.CRITICAL, Optional.empty()));
  }

  private Form edit() {
    return channel.say("/incident edit 8").form().orElseThrow();
  }

  private static Map<String, String> before(Form form) {
    return form.fields().stream().collect(Collectors.toMap(Form.Field::name, Form.Field::before));
  }

  private static Form.Field field(Reply reply, String name) {
    return reply.form().orElseThrow().fields().stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private String title() {
    return channel.incidents.get(8).headline().title();
  }

  @Test
  void sends_what_could_have_been_typed() {
    var filled =
        channel.fill(
            "/incident declare", Map.of("title", "Disk full", "severity", "High"), Map.of());

    assertThat(filled.text()).isEqualTo("/incident declare \"Disk full\" severity:High");
    assertThat(filled.send().error()).isEmpty();
    assertThat(channel.incidents.get(1051).headline().title()).isEqualTo("Disk full");
  }

  @Test
  void a_form_with_a_mistake_comes_back_with_all_that_stood_in_it() {
    var values = Map.of("title", "Disk full", "severity", "High", "etr", "banana");

    var reply = channel.fill("/incident declare", values, Map.of()).send();

    assertThat(field(reply, "etr").problem()).isPresent();
    assertThat(field(reply, "title").value()).isEqualTo("Disk full");
    assertThat(field(reply, "etr").value()).isEqualTo("banana");
  }

  @Test
  void nothing_is_run_where_nothing_was_changed() {
    var before = before(edit());

    var reply = channel.fill("/incident edit #8", before, before).send();

    assertThat(reply.error()).isEmpty();
    assertThat(reply.message().fallback()).isEqualTo("Nothing was changed.");
  }

  @Test
  void who_was_overtaken_sees_what_stands_there_and_may_insist() {
    var before = before(edit());
    var values = new HashMap<>(before);
    values.put("title", "mine");
    channel.say(People.BACKEND, "/incident edit 8 title:theirs");

    var refused = channel.fill("/incident edit #8", values, before).send();
    assertThat(refused.message().fallback()).contains("Somebody was faster");
    assertThat(title()).isEqualTo("theirs");
    var title = field(refused, "title");
    assertThat(title.value()).isEqualTo("mine");
    assertThat(title.before()).isEqualTo("theirs");
    assertThat(title.problem().orElseThrow()).contains("changed this to “theirs”");

    channel.fill("/incident edit #8", values, before(refused.form().orElseThrow())).send();
    assertThat(title()).isEqualTo("mine");
  }

  @Test
  void what_others_changed_elsewhere_stays_and_is_no_hindrance() {
    var before = before(edit());
    var values = new HashMap<>(before);
    values.put("title", "mine");
    channel.say(People.BACKEND, "/incident edit 8 summary:theirs");

    var reply = channel.fill("/incident edit #8", values, before).send();

    assertThat(reply.error()).isEmpty();
    assertThat(title()).isEqualTo("mine");
    assertThat(channel.incidents.get(8).headline().summary()).contains("theirs");
  }
}
