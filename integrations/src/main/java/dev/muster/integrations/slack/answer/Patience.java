package dev.muster.integrations.slack.answer;

import com.slack.api.methods.SlackApiTextResponse;
import dev.muster.commands.chat.ChatException.Outcome;
import dev.muster.integrations.slack.web.SlackApi;
import dev.muster.integrations.slack.web.SlackException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Tells people what Slack has no room for at the moment, or had trouble with, a little later:
 * nobody else would. What may have got through is said again, for a lost answer is the worse one.
 */
final class Patience {

  private static final int TRIES = 8;
  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofSeconds(30);

  <T extends SlackApiTextResponse> T call(
      SlackApi api, String method, String channel, SlackApi.Call<T> call) {
    for (var attempt = 1; ; attempt++) {
      try {
        return api.call(method, channel, call);
      } catch (SlackException refused) {
        if (attempt == TRIES || !isPassing(refused) || !isPaused(refused.comeAgainAfter())) {
          throw refused;
        }
      }
    }
  }

  private static boolean isPassing(SlackException refused) {
    return refused.outcome() == Outcome.BUSY || refused.outcome() == Outcome.FAILED;
  }

  private static boolean isPaused(Duration asked) {
    var wait = asked.compareTo(LEAST) < 0 ? LEAST : asked.compareTo(MOST) > 0 ? MOST : asked;
    try {
      TimeUnit.MILLISECONDS.sleep(wait.toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
