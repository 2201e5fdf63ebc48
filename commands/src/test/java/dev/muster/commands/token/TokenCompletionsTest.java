package dev.muster.commands.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.asking.Completions;
import dev.muster.commands.asking.Completions.Suggestion;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenCompletionsTest {

  private final TokenChannel channel = new TokenChannel();

  private List<String> texts(String typed) {
    return new Completions(channel.table(), channel.directory(), channel.clock)
        .of(TokenChannel.LEAD, typed, false).stream().map(Suggestion::text).toList();
  }

  @Test
  void options_and_scopes_are_offered() {
    assertThat(texts("/muster token create bot "))
        .containsExactly("/muster token create bot scopes:", "/muster token create bot expires:");
    assertThat(texts("/muster token create bot scopes:"))
        .startsWith(
            "/muster token create bot scopes:read ",
            "/muster token create bot scopes:read,command ");
    assertThat(texts("/muster token create bot scope:read,"))
        .contains("/muster token create bot scope:read,command ");
  }

  @Test
  void tokens_are_offered_by_name() {
    channel.make("deploy-bot");

    assertThat(texts("/muster token revoke dep"))
        .containsExactly("/muster token revoke deploy-bot ");
  }
}
