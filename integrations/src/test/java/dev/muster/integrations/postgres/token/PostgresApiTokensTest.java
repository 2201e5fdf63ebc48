package dev.muster.integrations.postgres.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.commands.people.PersonId;
import dev.muster.commands.store.PageRequest;
import dev.muster.commands.token.ApiToken;
import dev.muster.commands.token.Scope;
import dev.muster.commands.token.TokenHash;
import dev.muster.commands.token.TokenId;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresApiTokensTest {

  private static final PersonId LEAD = new PersonId("team-lead");

  private final TestClock clock = new TestClock();
  private final TestReplica replica = TestReplica.onNewDatabase(clock);
  private final PostgresApiTokens tokens = new PostgresApiTokens(replica.database());

  @AfterEach
  void close() {
    replica.close();
  }

  private ApiToken add(String id, String name) {
    var token =
        new ApiToken(
            new TokenId(id),
            name,
            LEAD,
            Set.of(Scope.READ, Scope.COMMAND),
            new TokenHash("ab".repeat(32)),
            clock.instant(),
            clock.instant().plus(Duration.ofDays(90)),
            Optional.empty(),
            Optional.empty());
    tokens.add(token);
    return token;
  }

  @Test
  void a_token_is_found_as_it_was_made() {
    var token = add("aaaaaaaaa1", "Deploy-Bot");

    assertThat(tokens.find(token.id())).contains(token);
    assertThat(tokens.named("deploy-bot")).contains(token);
    assertThat(tokens.find(new TokenId("aaaaaaaaa2"))).isEmpty();
    assertThat(tokens.named("deploy")).isEmpty();
  }

  @Test
  void a_revoked_one_is_found_by_its_id_alone_and_its_name_is_free() {
    var token = add("aaaaaaaaa1", "bot");

    assertThat(tokens.revoke(token.id(), LEAD, clock.instant())).isTrue();
    assertThat(tokens.revoke(token.id(), new PersonId("cto"), clock.instant())).isFalse();

    assertThat(tokens.find(token.id()).orElseThrow().revoked())
        .contains(new ApiToken.Revoked(clock.instant(), LEAD));
    assertThat(tokens.named("bot")).isEmpty();
    assertThat(tokens.list(PageRequest.first(10)).items()).isEmpty();
    var next = add("aaaaaaaaa2", "BOT");
    assertThat(tokens.named("bot")).contains(next);
  }

  @Test
  void two_that_work_have_no_name_in_common() {
    add("aaaaaaaaa1", "bot");

    assertThatThrownBy(() -> add("aaaaaaaaa2", "Bot")).hasMessageContaining("api_token_name");
  }

  @Test
  void the_newest_come_first_page_by_page() {
    var first = add("aaaaaaaaa1", "one");
    var second = add("aaaaaaaaa2", "two");
    clock.advance(Duration.ofSeconds(1));
    var third = add("aaaaaaaaa0", "three");

    var page = tokens.list(PageRequest.first(2));

    assertThat(page.items()).containsExactly(third, second);
    assertThat(tokens.list(new PageRequest(2, page.nextCursor())).items()).containsExactly(first);
  }

  @Test
  void when_it_was_used_is_kept_to_the_minute() {
    var id = add("aaaaaaaaa1", "bot").id();
    var start = clock.instant();

    tokens.used(id, start);
    tokens.used(id, start.plusSeconds(59));
    assertThat(tokens.find(id).orElseThrow().lastUsedAt()).contains(start);

    tokens.used(id, start.plusSeconds(60));
    assertThat(tokens.find(id).orElseThrow().lastUsedAt()).contains(start.plusSeconds(60));
  }
}
