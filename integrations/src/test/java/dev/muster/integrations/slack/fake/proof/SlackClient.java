package dev.muster.integrations.slack.fake.proof;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import dev.muster.integrations.slack.fake.FakeSlack;

/** Slack's own client, talking to the fake. */
final class SlackClient {

  private SlackClient() {}

  static Slack of(FakeSlack slack) {
    var config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(slack.apiUrl());
    config.setStatsEnabled(false);
    config.setHttpClientReadTimeoutMillis(5_000);
    return Slack.getInstance(config);
  }

  static MethodsClient bot(FakeSlack slack) {
    return of(slack).methods(slack.tokens().bot().secret());
  }
}
