package dev.muster.bot.endtoend;

import dev.muster.integrations.slack.fake.FakeSlack;
import dev.muster.integrations.slack.fake.people.Person;
import dev.muster.integrations.slack.fake.people.Place;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A shop's Slack with two engineers in it, who may do everything; "ops" is in the built-in chat.
 */
record SlackShop(FakeSlack slack, Place incidents, Person ada, Person bob)
    implements AutoCloseable {

  private static final String CONFIGURATION =
      """
      apiVersion: muster/v1
      name: Shop
      timezone: Africa/Nairobi
      people:
        devops: {name: DevOps Engineer, slack: U01AAAA, roles: [everything]}
        backend: {name: Backend Engineer, %s, roles: [everything]}
      roles: {everything: ["*"]}
      channels: {incidents: {slack: %%s}, ops: {}}
      """;

  static SlackShop open() {
    var slack = FakeSlack.start();
    var ada = slack.user("U01AAAA");
    var bob = slack.user("U01BBBB");
    return new SlackShop(slack, slack.channel("incidents").with(ada).with(bob), ada, bob);
  }

  /** Where Bob is known by the id as Ada is. */
  SlackTeam team(Path home, String more) throws IOException {
    return team(home, "slack: U01BBBB", more);
  }

  /** Where Bob is known by the e-mail address only. */
  SlackTeam mailed(Path home, String more) throws IOException {
    return team(home, "email: u01bbbb@example.com", more);
  }

  private SlackTeam team(Path home, String bob, String more) throws IOException {
    return SlackTeam.of(slack, home, CONFIGURATION.formatted(bob) + more);
  }

  @Override
  public void close() {
    slack.close();
  }
}
