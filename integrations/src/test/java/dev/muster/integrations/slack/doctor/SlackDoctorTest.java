package dev.muster.integrations.slack.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.doctor.Check;
import dev.muster.commands.doctor.Finding;
import dev.muster.commands.doctor.Level;
import dev.muster.integrations.slack.fake.FakeSlack;
import dev.muster.integrations.slack.web.SlackAccess;
import dev.muster.integrations.slack.web.SlackApi;
import dev.muster.integrations.testing.TestClock;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each thing that can be wrong in Slack, and what is said of it. */
class SlackDoctorTest {

  private static final String BOT = "U0MUSTERBOT";

  private final TestClock clock = new TestClock();
  private final TestClock ours = new TestClock();
  @AutoClose private final FakeSlack slack = FakeSlack.start(clock);

  @AutoClose
  private final SlackApi api =
      new SlackApi(new SlackAccess(slack.tokens().bot().secret(), slack.apiUrl()), clock);

  @AutoClose("shutdownNow")
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private static String said(Check check) throws InterruptedException {
    return check.look().stream().map(SlackDoctorTest::said).collect(Collectors.joining("\n"));
  }

  private static String said(Finding finding) {
    return (finding.level() + " " + finding.about() + ": " + finding.what() + " " + finding.mend())
        .strip();
  }

  private SlackAccountCheck account(String... wanted) {
    return new SlackAccountCheck(api, List.of(wanted), ours);
  }

  private SlackChannelsCheck channels(String... namesAndIds) {
    return new SlackChannelsCheck(api, () -> map(namesAndIds), threads);
  }

  private SlackPeopleCheck people(String... namesAndIds) {
    return new SlackPeopleCheck(api, () -> map(namesAndIds), threads);
  }

  private static Map<String, String> map(String... namesAndIds) {
    var map = new LinkedHashMap<String, String>();
    for (var i = 0; i < namesAndIds.length; i += 2) {
      map.put(namesAndIds[i], namesAndIds[i + 1]);
    }
    return map;
  }

  @Test
  void a_token_that_is_right_names_the_app_and_its_workspace() throws InterruptedException {
    slack.tokens().bot().take("pins:write");
    assertThat(said(account("chat:write", "users:read")))
        .startsWith("FINE Slack token: Muster is @muster in Muster.\n")
        .contains("FINE Slack scopes: The app may do all that Muster needs. It has more")
        .contains(" reactions:read,")
        .endsWith("FINE Clock and Slack's: This machine's clock is within 3 s of Slack's.");
  }

  @Test
  void scopes_that_lack_are_named_with_the_way_to_get_them() throws InterruptedException {
    slack.tokens().bot().take("chat:write");
    slack.tokens().bot().take("users:read");
    assertThat(said(account("chat:write", "commands", "users:read")))
        .contains("FAILED Slack scopes: The app lacks chat:write, users:read. Print the manifest")
        .contains("slack-manifest", "install the app again");
  }

  @ParameterizedTest
  @CsvSource({
    "20, WARNING, 19 s ahead of Slack's",
    "-20, WARNING, 20 s behind Slack's",
    "400, FAILED, 6 min ahead of Slack's"
  })
  void a_clock_that_is_off_is_told_before_slack_is_not_understood(
      long seconds, Level level, String words) throws InterruptedException {
    ours.advance(Duration.ofSeconds(seconds));
    assertThat(said(account())).contains(level + " Clock and Slack's: ", words, "five minutes");
  }

  @ParameterizedTest
  @CsvSource({
    "token_revoked, The token was revoked. Install the app again",
    "invalid_auth, The token is not valid. Install the app again",
    "account_inactive, The app was removed from the workspace. Install the app again"
  })
  void a_token_that_slack_does_not_take_says_how_to_get_another(String error, String words)
      throws InterruptedException {
    slack.faults().on("auth.test").error(error);
    assertThat(said(account("chat:write")))
        .startsWith("FAILED Slack token: " + words)
        .contains("SLACK_BOT_TOKEN")
        .doesNotContain(slack.tokens().bot().secret());
  }

  @Test
  void a_slack_that_cannot_be_reached_is_no_fault_of_the_token() throws InterruptedException {
    slack.goDown();
    assertThat(said(account()))
        .startsWith("FAILED Slack token: Slack cannot be reached")
        .contains("reaches " + URI.create(slack.apiUrl()).getAuthority() + ": DNS")
        .doesNotContain("slack.com");
    slack.comeUp();
  }

  @Test
  void each_channel_that_takes_nothing_says_why() throws InterruptedException {
    var there = slack.channel("ops");
    var old = slack.channel("old").archived();
    var strange = slack.channel("strange").without(BOT);
    var secret = slack.privateChannel("secret").without(BOT);

    assertThat(
            said(
                channels(
                    "ops",
                    there.id(),
                    "alerts",
                    old.id(),
                    "incidents",
                    strange.id(),
                    "board",
                    secret.id(),
                    "typo",
                    "C0TYPO")))
        .isEqualTo(
            """
            FAILED #alerts in Slack: The channel is archived: nobody can write there. \
            Unarchive #old in Slack, or give another channel's id in muster.yaml.
            FAILED #incidents in Slack: Muster is not in the channel. Say /invite @muster in #strange.
            FAILED #board in Slack: There is no channel %s, or it is private and Muster is not in it. \
            Say /invite @muster in it, or mend channels: {board: {slack: %s}} in muster.yaml.
            FAILED #typo in Slack: There is no channel C0TYPO, or it is private and Muster is not in \
            it. Say /invite @muster in it, or mend channels: {typo: {slack: C0TYPO}} in muster.yaml.\
            """
                .formatted(secret.id(), secret.id()));
  }

  @Test
  void channels_that_are_well_are_one_line() throws InterruptedException {
    assertThat(
            said(
                channels(
                    "ops", slack.channel("ops").id(), "board", slack.privateChannel("b").id())))
        .isEqualTo("FINE Slack channels: Muster can write to 2 channels there.");
  }

  @Test
  void a_configuration_without_a_channel_in_slack_is_hardly_meant() throws InterruptedException {
    assertThat(said(channels())).startsWith("WARNING Slack channels: No channel of muster.yaml");
  }

  @Test
  void what_the_token_is_to_blame_for_is_not_said_of_each_channel() throws InterruptedException {
    var ops = slack.channel("ops");
    slack.faults().on("conversations.info").always().error("token_revoked");
    assertThat(said(channels("ops", ops.id(), "other", ops.id())))
        .startsWith("SKIPPED Slack channels: Slack could not be asked: the token was revoked")
        .doesNotContain("\n");
    slack.faults().clear();
    slack.tokens().bot().take("channels:read");
    assertThat(said(channels("ops", ops.id())))
        .isEqualTo(
            "SKIPPED Slack channels: The app lacks the scope to ask. Mend Slack scopes first, and"
                + " look again.");
    slack.takeRefusal("conversations.info", "missing_scope");
  }

  @Test
  void of_very_many_channels_some_are_left_for_the_next_minute() throws InterruptedException {
    var ids = new String[86];
    for (var i = 0; i < ids.length; i += 2) {
      ids[i] = "c" + i;
      ids[i + 1] = slack.channel("c" + i).id();
    }
    assertThat(said(channels(ids)))
        .isEqualTo(
            """
            FINE Slack channels: Muster can write to 40 channels there.
            SKIPPED Slack channels: 3 were not asked about, as Slack answers only so many questions \
            a minute: #c80, #c82, #c84. Look at these in Slack.\
            """);
  }

  @Test
  void of_those_that_are_left_ten_are_named() throws InterruptedException {
    var ids = new String[104];
    for (var i = 0; i < ids.length; i += 2) {
      ids[i] = "c" + i;
      ids[i + 1] = slack.channel("c" + i).id();
    }
    assertThat(said(channels(ids)))
        .contains("12 were not asked about", ": #c80, #c82,", ", #c98 … Look at these");
  }

  @Test
  void each_person_whose_id_leads_nowhere_says_why() throws InterruptedException {
    slack.user("U01AAAA");
    slack.member("U02GONE").delete();
    assertThat(said(people("ada", "U01AAAA", "bob", "U02GONE", "eve", "U0TYPO", "bot", BOT)))
        .isEqualTo(
            """
            FAILED @bob in Slack: This person was deactivated in Slack: whatever concerns them there \
            reaches nobody. Take them out of muster.yaml, and out of its schedules.
            FAILED @eve in Slack: Nobody in Slack has the id U0TYPO. Mend it in muster.yaml: Slack \
            shows it in the person's profile, ⋮, Copy member ID.
            FAILED @bot in Slack: U0MUSTERBOT is an app and no person. Mend it in muster.yaml: Slack \
            shows it in the person's profile, ⋮, Copy member ID.\
            """);
  }

  @Test
  void people_who_are_known_are_one_line_and_nobody_is_none_of_slacks_business()
      throws InterruptedException {
    slack.user("U01AAAA");
    assertThat(said(people("ada", "U01AAAA")))
        .isEqualTo("FINE People in Slack: Slack knows 1 id of muster.yaml.");
    assertThat(said(people())).startsWith("UNUSED People in Slack: muster.yaml has no Slack id");
  }

  @Test
  void user_groups_that_nobody_made_are_named() throws InterruptedException {
    slack.group("oncall", List.of());
    var groups = map("primary", "@oncall", "backup", "@second");
    assertThat(said(new SlackGroupsCheck(api, () -> groups)))
        .startsWith(
            "WARNING @second in Slack: There is no such user group, which schedules.backup");
    assertThat(said(new SlackGroupsCheck(api, () -> map("primary", "@oncall"))))
        .isEqualTo("FINE Slack user groups: @oncall: all are there.");
    assertThat(said(new SlackGroupsCheck(api, Map::of))).startsWith("UNUSED Slack user groups:");
    slack.tokens().bot().take("usergroups:read");
    assertThat(said(new SlackGroupsCheck(api, () -> groups)))
        .startsWith("SKIPPED Slack user groups: The app lacks the scope to ask. Mend");
    slack.takeRefusal("usergroups.list", "missing_scope");
  }

  @Test
  void an_app_token_is_tried_without_a_socket() throws InterruptedException {
    var check = new SlackTicketCheck(api, slack.tokens().app().secret());
    assertThat(said(check)).isEqualTo("FINE Slack app token: Slack lets Muster open a socket.");
    assertThat(slack.sockets().count()).isZero();
    slack.tokens().app().revoke();
    assertThat(said(check))
        .startsWith("FAILED Slack app token: Slack gives Muster no socket (token_revoked)")
        .contains("connections:write", "SLACK_APP_TOKEN")
        .doesNotContain(slack.tokens().app().secret());
    slack.takeRefusal("apps.connections.open", "token_revoked");
  }
}
