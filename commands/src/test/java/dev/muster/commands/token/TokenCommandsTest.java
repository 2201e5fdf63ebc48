package dev.muster.commands.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.muster.commands.argument.Asker;
import dev.muster.commands.argument.Value;
import dev.muster.commands.chat.AuditEntry;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.people.Via;
import dev.muster.commands.testing.Screen;
import dev.muster.commands.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** It is Monday 2 March 2026, 10:00 UTC, 13:00 in Nairobi. */
class TokenCommandsTest {

  private final TokenChannel channel = new TokenChannel();

  private ApiToken token(String name) {
    return channel.tokens.named(name).orElseThrow();
  }

  @Test
  void a_token_that_is_made_reads_for_ninety_days_unless_said_otherwise() {
    var reply = channel.say("/muster token create deploy-bot");

    assertThat(reply.error()).isEmpty();
    assertThat(reply.isPrivate()).isTrue();
    var secret = TokenChannel.secret(reply).orElseThrow();
    assertThat(Screen.wide(reply.message()))
        .isEqualTo(
            """
            Token deploy-bot is made. Copy it now: it is shown this once, and kept nowhere.
            `%s`
            May read, as far as you may, until 10:00
            Programs send it as `Authorization: Bearer TOKEN`
            """
                .formatted(secret.reveal()));
    assertThat(token("deploy-bot").owner()).isEqualTo(TokenChannel.LEAD.id());
    assertThat(token("deploy-bot").scopes()).containsExactly(Scope.READ);
    assertThat(token("deploy-bot").expiresAt())
        .isEqualTo(TestClock.START.plus(Duration.ofDays(90)));
  }

  @Test
  void the_secret_is_nowhere_but_in_the_reply() {
    var reply = channel.say("/muster token create deploy-bot");
    var secret = TokenChannel.secret(reply).orElseThrow();
    var hidden = secret.reveal().substring(TokenSecret.PREFIX.length() + TokenId.LENGTH + 1);

    assertThat(secret.reveal()).matches("mst_[a-z0-9]{10}_[A-Za-z0-9]{40}");
    assertThat(reply.message().fallback()).doesNotContain(hidden);
    assertThat(secret.toString()).doesNotContain(hidden);
    assertThat(token("deploy-bot").toString()).doesNotContain(hidden, secret.hash().hex());
    assertThat(channel.audit.entries().toString()).contains("token create").doesNotContain(hidden);
    assertThat(channel.say("/muster token list").toString()).doesNotContain(hidden);
  }

  @Test
  void only_the_answer_with_the_secret_is_kept_nowhere() {
    assertThat(channel.table().find("token create").orElseThrow().whenLost()).isPresent();
    assertThat(channel.table().find("token list").orElseThrow().whenLost()).isEmpty();
  }

  @Test
  void without_a_name_both_ask_for_it() {
    channel.say("/muster token create deploy-bot");

    var create = channel.say("/muster token create expires:30d");
    var revoke = channel.say("/muster token revoke");

    assertThat(create.missing()).containsExactly("name");
    assertThat(create.form().orElseThrow().fields())
        .extracting("name", "value")
        .containsExactly(tuple("name", ""), tuple("scopes", ""), tuple("expires", "30d"));
    assertThat(revoke.missing()).containsExactly("name");
    assertThat(revoke.form().orElseThrow().fields().getFirst().value()).isEqualTo("deploy-bot");
  }

  @Test
  void every_set_of_scopes_to_choose_from_can_be_had() {
    var asker = new Asker(TokenChannel.LEAD, TestClock.START);

    assertThat(TokenReaders.sets().of(TokenChannel.LEAD))
        .allSatisfy(set ->
            assertThat(TokenReaders.scopes().read(set.value(), asker))
                .isInstanceOf(Value.Good.class));
  }

  @Test
  void no_two_secrets_are_the_same() {
    assertThat(channel.make("one").reveal()).isNotEqualTo(channel.make("two").reveal());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bot scopes:read,command           | command,read             | 2026-05-31T10:00:00Z
          bot scopes: command, impersonate  | command,impersonate      | 2026-05-31T10:00:00Z
          bot --scopes READ expires:30d     | read                     | 2026-04-01T10:00:00Z
          bot expires: 12 weeks             | read                     | 2026-05-25T10:00:00Z
          bot expires:1y                    | read                     | 2027-03-02T10:00:00Z
          bot expires:365d                  | read                     | 2027-03-02T10:00:00Z
          bot expires:2026-12-24            | read                     | 2026-12-23T21:00:00Z
          bot expires:"2026-12-24 18:00"    | read                     | 2026-12-24T15:00:00Z
          """)
  void scopes_and_expiry_are_read(String words, String scopes, Instant expiry) {
    channel.make(words);

    assertThat(token("bot").scopes().stream().map(Scope::word).sorted())
        .containsExactly(scopes.split(","));
    assertThat(token("bot").expiresAt()).isEqualTo(expiry);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                       | What is the token for?
          two words                | A token's name is one word
          mst_k3j9x2m1qa           | A token's name is one word
          bot scopes:red           | scopes: there is no scope "red". Did you mean read?
          bot scopes:everything    | There are read, command, impersonate.
          bot scopes:impersonate   | impersonate is for commands: write scopes:command,impersonate.
          bot expires:2y           | I can't read the time "2y".
          bot expires:366d         | is too far away: a token lasts a year at most
          bot expires:yesterday    | I can't read the time
          bot expires:2026-01-01   | has passed.
          bot expires:never        | every token expires
          bot scope:read owner:cto | I don't know "owner". It takes scopes, expires.
          """)
  void a_mistake_makes_nothing_and_says_what_is_right(String words, String problem) {
    var reply = channel.say("/muster token create " + words);

    assertThat(reply.error()).contains(Reply.Error.INVALID);
    assertThat(reply.message().fallback()).contains(problem).contains("Nothing was changed.");
    assertThat(Screen.wide(reply.message()))
        .contains("`/muster token create deploy-bot scopes:read,command expires:90d`");
    assertThat(channel.tokens.named("bot")).isEmpty();
  }

  @Test
  void a_name_is_given_once() {
    channel.make("bot expires:1d");
    channel.clock.advance(Duration.ofDays(2));

    var again = channel.say("/muster token create Bot");

    assertThat(again.error()).contains(Reply.Error.INVALID);
    assertThat(again.message().fallback())
        .contains(
            "There is a token bot (" + token("bot").id() + ") of lead, which has expired.",
            "/muster token revoke bot");
  }

  @Test
  void who_lacks_the_right_is_told_who_has_it() {
    var denied = channel.say(TokenChannel.DEVOPS, "/muster token create bot", Optional.empty());

    assertThat(denied.error()).contains(Reply.Error.DENIED);
    assertThat(Screen.wide(denied.message())).contains("It needs role admin.", "Ask lead.");
    assertThat(channel.tokens.named("bot")).isEmpty();
  }

  @Test
  void a_token_makes_no_token_and_the_one_that_muster_was_started_with_does() {
    var own = Optional.of(new Via("mst_k3j9x2m1qa", Optional.of(TokenChannel.LEAD)));
    var started = Optional.of(new Via("MUSTER_API_TOKEN", Optional.empty()));

    var refused = channel.say(TokenChannel.LEAD, "/muster token create bot", own);
    assertThat(refused.error()).contains(Reply.Error.DENIED);
    assertThat(refused.message().fallback()).isEqualTo("Tokens make no tokens: nothing was made.");
    assertThat(channel.tokens.named("bot")).isEmpty();

    var made = channel.say(TokenChannel.LEAD, "/muster token create bot", started);
    assertThat(TokenChannel.secret(made)).isPresent();
  }

  @Test
  void the_list_says_whose_they_are_and_when_they_were_used() {
    var secret = channel.make("bot scopes:read,command");
    channel.clock.advance(Duration.ofMinutes(1));
    channel.make("other expires:1h");
    channel.check.check(secret);
    channel.clock.advance(Duration.ofHours(2));

    assertThat(Screen.wide(channel.say("/muster token list").message()))
        .isEqualTo(
            """
            other  `%s`  read · lead · made 10:01 · EXPIRED 11:01 · never used
            [Revoke]
            bot  `%s`  read, command · lead · made 10:00 · expires 10:00 · used 2 h ago
            [Revoke]
            """
                .formatted(token("other").id(), token("bot").id()));
  }

  @Test
  void a_token_of_somebody_who_left_is_said_not_to_work() {
    channel.make("bot");
    channel.stays(TokenChannel.OTHER_LEAD);

    var list = channel.say(TokenChannel.OTHER_LEAD, "/muster token list", Optional.empty());

    assertThat(Screen.wide(list.message())).contains("lead, who left: it does not work");
  }

  @Test
  void a_long_list_goes_on() {
    for (var i = 0; i < 12; i++) {
      channel.make("bot-" + i);
      channel.clock.advance(Duration.ofSeconds(1));
    }

    var first = channel.say("/muster token list");
    assertThat(first.message().fallback()).isEqualTo("10 API tokens");
    var older = "/muster token list before " + token("bot-2").id().value();
    assertThat(first.message().blocks().getLast().toString()).contains(older);
    assertThat(channel.say(older).message().fallback()).isEqualTo("2 API tokens");
  }

  @Test
  void revoking_is_confirmed_first() {
    var secret = channel.make("bot");
    var listed = TokenChannel.button(channel.say("/muster token list"));

    var asked = channel.say(listed);
    assertThat(asked.error()).contains(Reply.Error.UNCONFIRMED);
    assertThat(asked.message().fallback())
        .startsWith("This revokes bot (" + secret.id() + ") of lead:")
        .endsWith("Nothing was done yet.");
    assertThat(channel.check.check(secret)).isInstanceOf(TokenCheck.Verdict.Good.class);

    var done = channel.say(TokenChannel.button(asked));
    assertThat(done.error()).isEmpty();
    assertThat(done.message().fallback())
        .isEqualTo("bot (" + secret.id() + ") is revoked. Within 2 s it is refused everywhere.");
    channel.clock.advance(TokenCheck.FRESH);
    assertThat(channel.check.check(secret)).isInstanceOf(TokenCheck.Verdict.Revoked.class);
    assertThat(channel.say(listed).message().fallback()).endsWith("was revoked before.");
  }

  @Test
  void a_token_that_was_found_is_revoked_without_saying_it_again() {
    var secret = channel.make("bot");

    var asked = channel.say("/muster token revoke " + secret.reveal());

    assertThat(asked.toString()).contains("This revokes bot").doesNotContain(secret.reveal());
    channel.say("/muster token revoke " + secret.id() + " confirm");
    var gone = channel.say("/muster token revoke " + secret.reveal().replace("mst_", "mst_x"));
    assertThat(gone.error()).contains(Reply.Error.NOT_FOUND);
    assertThat(gone.toString()).doesNotContain(secret.reveal().substring(20));
  }

  @Test
  void the_list_takes_no_words_but_those_of_its_button() {
    for (var words : List.of("mine", "before", "before yesterday")) {
      assertThat(channel.say("/muster token list " + words).message().fallback())
          .startsWith(
              "I don't know \"" + words + "\": /muster token list takes nothing behind it.");
    }
  }

  @Test
  void what_is_no_token_leads_to_the_list() {
    var missing = channel.say("/muster token revoke nothing");

    assertThat(missing.error()).contains(Reply.Error.NOT_FOUND);
    assertThat(missing.message().fallback())
        .isEqualTo("There is no token \"nothing\". They are listed by /muster token list");
    assertThat(channel.say("/muster token revoke").error()).contains(Reply.Error.INVALID);
    assertThat(channel.audit.entries())
        .extracting(AuditEntry::command)
        .containsOnly("token revoke");
  }
}
