package dev.muster.integrations.slack.socket;

import com.slack.api.methods.SlackApiException;
import dev.muster.integrations.slack.web.SlackApi;
import java.io.IOException;
import java.util.function.Supplier;

/** Addresses of sockets, each good for one connection. Blocking. */
public record Tickets(SlackApi api, String appToken) implements Supplier<String> {

  @Override
  public String get() {
    try {
      var answer = api.slack().methods(appToken).appsConnectionsOpen(request -> request);
      if (!answer.isOk()) {
        throw new IllegalStateException("Slack answers " + answer.getError());
      }
      return answer.getUrl();
    } catch (IOException | SlackApiException e) {
      throw new IllegalStateException("Slack gives no address: " + e.getMessage(), e);
    }
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "Tickets of Slack";
  }
}
