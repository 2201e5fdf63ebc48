package dev.muster.bot.config.current;

import static dev.muster.bot.config.current.TestConfigReplica.config;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.bot.config.ConfigLoader;
import dev.muster.runbooks.kind.Kinds;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What people are told of a configuration that cannot be used, or not here, or not any more. */
class ConfigTroubleTest {

  private static final String TOLD =
      """
      #alerts The configuration files of a are broken. Configuration 1 stays in use.
      muster.yaml:3:1: unknown key `timezon`; did you mean `timezone`?
      Mend them and save. Muster looks at the files again by itself.\
      """;

  private final MemoryConfigurations accepted = new MemoryConfigurations();
  private final NoticeChat chat = new NoticeChat();

  @Test
  void a_broken_file_keeps_the_last_good_one_and_is_told_once_with_its_places() {
    var a = start("a", "One");
    var b = start("b", "One");
    var broken = config("Two").replace("timezone:", "timezon:");

    a.write(broken);
    b.write(broken);
    for (var i = 0; i < 3; i++) {
      a.lookTwice();
      b.lookTwice();
    }

    assertThat(a.runs()).isEqualTo("One 1");
    assertThat(chat.posts).containsExactly(TOLD);
    a.write(config("Three"));
    a.lookTwice();
    assertThat(a.runs()).isEqualTo("Three 2");
    a.write(broken);
    a.lookTwice();
    assertThat(chat.posts).hasSize(3).last().asString().contains("Configuration 2 stays in use");
  }

  @Test
  void a_start_with_broken_files_goes_on_with_what_was_accepted_last_and_is_told_once() {
    start("a", "One");
    var broken = config("Two").replace("timezone:", "timezon:");

    var restarted = TestConfigReplica.started("a", broken, accepted, chat);
    restarted.lookTwice();
    var again = TestConfigReplica.started("a", broken, accepted, chat);
    again.lookTwice();

    assertThat(again.runs()).isEqualTo("One 1");
    assertThat(chat.posts).containsExactly(TOLD);
    again.write(config("Two"));
    again.lookTwice();
    assertThat(again.runs()).isEqualTo("Two 2");
  }

  @Test
  void files_that_are_mended_are_told_once_whatever_they_say_now() {
    var a = start("a", "One");
    var b = start("b", "One");
    var broken = config("Two").replace("timezone:", "timezon:");
    for (var replica : List.of(a, b)) {
      replica.write(broken);
      replica.lookTwice();
    }
    chat.posts.clear();

    for (var replica : List.of(a, b, a)) {
      replica.write(config("One"));
      replica.lookTwice();
    }
    assertThat(chat.posts)
        .containsExactly(
            "#alerts Configuration is read again: the files of a are right and say the same as"
                + " configuration 1, which is in use.");
    a.write(broken);
    a.lookTwice();
    a.write(config("Two"));
    a.lookTwice();

    assertThat(chat.posts)
        .last()
        .isEqualTo(
            "#alerts Configuration is read again: configuration 2 is in use, from the files of a.");
  }

  @Test
  void trouble_shows_as_long_as_it_lasts() {
    var a = start("a", "One");
    assertThat(a.troubles()).isEmpty();

    a.write(config("One").replace("timezone:", "timezon:"));
    a.lookTwice();
    assertThat(a.current.troubles().getFirst().problems())
        .containsExactly("muster.yaml:3:1: unknown key `timezon`; did you mean `timezone`?");
    a.write(config("Two"));
    a.lookTwice();
    assertThat(a.troubles()).isEmpty();

    var late = start("b", "One");
    assertThat(late.troubles())
        .containsExactly(
            "The configuration files of b are older than configuration 2, which is in use.");
    a.write(config("One"));
    a.lookTwice();
    late.lookTwice();
    assertThat(late.troubles()).isEmpty();
  }

  @Test
  void a_first_start_with_broken_files_is_none() {
    var broken = config("One").replace("timezone:", "timezon:");

    assertThatThrownBy(() -> TestConfigReplica.started("a", broken, accepted, chat))
        .isInstanceOf(NothingAccepted.class)
        .hasMessageContaining("no configuration was accepted before")
        .hasMessageContaining("Mend the files");
  }

  @Test
  void a_start_with_broken_files_says_what_the_accepted_configuration_misses() {
    var sns = config("One") + "integrations: {s: {source: sns, key: \"${env:SNS_KEY}\"}}\n";
    TestConfigReplica.started("a", sns, accepted, chat);
    var bare =
        new ConfigLoader(
            Set.of("sns"), new Kinds(List.of()), _ -> null, () -> MemoryConfigurations.AT);

    assertThatThrownBy(
            () -> TestConfigReplica.started("a", sns + "nmae: x\n", bare, accepted, chat))
        .isInstanceOf(NothingAccepted.class)
        .hasMessageContaining("configuration 1, which was accepted last, cannot be used here")
        .hasMessageContaining("the environment variable SNS_KEY is not set");
  }

  @Test
  void what_cannot_be_used_here_leaves_this_replica_as_it_is_and_is_told_once() {
    var a = start("a", "One");
    var b = start("b", "One");
    b.loader =
        new ConfigLoader(
            Set.of("sns"), new Kinds(List.of()), _ -> null, () -> MemoryConfigurations.AT);

    a.write(config("Two") + "integrations: {s: {source: sns, key: \"${env:SNS_KEY}\"}}\n");
    a.lookTwice();
    chat.posts.clear();
    b.lookTwice();
    b.lookTwice();

    assertThat(b.runs()).isEqualTo("One 1");
    assertThat(chat.posts)
        .containsExactly(
            """
            #alerts b cannot use configuration 2. Configuration 1 stays in use there.
            muster.yaml:10:38: the environment variable SNS_KEY is not set; set it where Muster \
            starts
            It works elsewhere: compare environment and version of this replica.\
            """);
  }

  private TestConfigReplica start(String name, String team) {
    return TestConfigReplica.started(name, config(team), accepted, chat);
  }
}
