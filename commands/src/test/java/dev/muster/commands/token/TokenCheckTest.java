package dev.muster.commands.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.token.TokenCheck.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCheckTest {

  private final TokenChannel channel = new TokenChannel();
  private final TokenSecret secret = channel.make("bot expires:1d");

  private Verdict check() {
    return channel.check.check(secret);
  }

  @Test
  void a_token_that_works_is_its_owners() {
    var made = channel.tokens.named("bot").orElseThrow();

    assertThat(check()).isEqualTo(new Verdict.Good(made, TokenChannel.LEAD));
  }

  @Test
  void another_secret_under_its_id_is_as_unknown_as_another_id() {
    var wrongSecret = secret.id() + "_" + "a".repeat(40);
    var other = secret.id().value().startsWith("z") ? "y" : "z";
    var wrongId = TokenSecret.PREFIX + other + secret.reveal().substring(5);

    assertThat(channel.check.check(TokenSecret.parse(wrongSecret).orElseThrow()))
        .isEqualTo(new Verdict.Unknown());
    assertThat(channel.check.check(TokenSecret.parse(wrongId).orElseThrow()))
        .isEqualTo(new Verdict.Unknown());
  }

  @Test
  void it_expires_to_the_second() {
    channel.clock.advance(Duration.ofDays(1).minusSeconds(1));
    assertThat(check()).isInstanceOf(Verdict.Good.class);
    channel.clock.advance(Duration.ofSeconds(1));
    assertThat(check()).isInstanceOf(Verdict.Expired.class);
  }

  @Test
  void it_stops_working_when_its_owner_leaves() {
    channel.stays(TokenChannel.DEVOPS);
    assertThat(check()).isInstanceOf(Verdict.OwnerLeft.class);
    channel.stays(TokenChannel.LEAD);
    assertThat(check()).isInstanceOf(Verdict.Good.class);
  }

  @Test
  void many_calls_are_one_query() {
    for (var i = 0; i < 100; i++) {
      check();
    }
    assertThat(channel.tokens.finds).isEqualTo(1);
    channel.clock.advance(TokenCheck.FRESH);
    check();
    assertThat(channel.tokens.finds).isEqualTo(2);
  }

  @Test
  void an_unknown_one_is_asked_for_once_too() {
    var unknown = TokenSecret.parse("mst_aaaaaaaaaa_" + "a".repeat(40)).orElseThrow();
    channel.check.check(unknown);
    channel.check.check(unknown);
    assertThat(channel.tokens.finds).isEqualTo(1);
  }

  @Test
  void its_use_is_kept_once_a_minute() {
    for (var second = 0; second < 60; second++) {
      check();
      check();
      channel.clock.advance(Duration.ofSeconds(1));
    }
    assertThat(channel.tokens.uses).isEqualTo(1);
    check();
    assertThat(channel.tokens.uses).isEqualTo(2);
  }

  @Test
  void it_works_while_its_use_cannot_be_kept() {
    channel.tokens.becomeReadOnly();
    assertThat(check()).isInstanceOf(Verdict.Good.class);
    assertThat(check()).isInstanceOf(Verdict.Good.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "mst_", "demo", "mst_aaaaaaaaaa_short", "MST_aaaaaaaaaa_x"})
  void what_is_not_shaped_like_one_is_none(String text) {
    assertThat(TokenSecret.parse(text)).isEmpty();
  }
}
