package dev.muster.integrations.slack.fake.methods;

import dev.muster.integrations.slack.fake.model.Message;

/** Addresses of messages. */
final class Links {

  private Links() {}

  static String to(Message message) {
    var link =
        "https://muster.slack.com/archives/%s/p%s"
            .formatted(message.channel(), message.ts().replace(".", ""));
    return message.isReply()
        ? link + "?thread_ts=%s&cid=%s".formatted(message.threadTs(), message.channel())
        : link;
  }
}
