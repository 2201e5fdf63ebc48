package dev.muster.bot.config.current;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bot.config.Config;
import dev.muster.bot.config.ConfigLoader.Outcome.Loaded;
import dev.muster.bot.config.Configs;
import dev.muster.bot.config.files.ConfigFiles;
import dev.muster.commands.oncall.LayeredOnCall;
import dev.muster.commands.people.HeldRole;
import dev.muster.commands.people.PersonId;
import dev.muster.commands.people.Right;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DutyTest {

  private static final Right RUN = Right.parse("runbook:run");
  private static final String TEXT =
      """
      apiVersion: muster/v1
      name: LearnHub Kenya
      timezone: Africa/Nairobi
      people:
        ann: {name: Ann, email: ann@learnhub.example}
        bob: {name: Bob, email: bob@learnhub.example}
      roles:
        on-call: {grants: ["runbook:*"], from: "schedule:primary"}
      schedules:
        primary:
          layers: [{rotation: [ann, bob], every: 1 week, start: 2024-12-02T00:00}]
      channels: {alerts: {}}
      routes: [{notify: ["channel:alerts"]}]
      """;

  private Instant now = Instant.EPOCH;

  @Test
  void a_role_of_a_schedule_comes_and_goes_with_the_shift() {
    var config = config();
    var directory = config.directory().with(new Duty(() -> config, new LayeredOnCall(), () -> now));
    var ann = directory.find(new PersonId("ann")).orElseThrow();
    var bob = directory.find(new PersonId("bob")).orElseThrow();

    now = Instant.parse("2024-12-08T20:59:59Z");
    assertThat(directory.allows(ann, RUN)).isTrue();
    assertThat(directory.allows(bob, RUN)).isFalse();
    assertThat(directory.held(ann))
        .containsExactly(
            HeldRole.onDuty("on-call", "primary", Instant.parse("2024-12-08T21:00:00Z")));
    now = Instant.parse("2024-12-08T21:00:00Z");
    assertThat(directory.allows(ann, RUN)).isFalse();
    assertThat(directory.allows(bob, RUN)).isTrue();
  }

  private static Config config() {
    var files = new ConfigFiles("", Map.of(ConfigFiles.MAIN, TEXT));
    if (Configs.loader().read(files) instanceof Loaded(var config, _, _)) {
      return config;
    }
    throw new AssertionError(Configs.loader().read(files));
  }
}
