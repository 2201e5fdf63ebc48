package dev.muster.integrations.slack.fake.methods;

import dev.muster.integrations.slack.fake.answer.Refused;
import dev.muster.integrations.slack.fake.model.Channel;
import dev.muster.integrations.slack.fake.model.Message;
import dev.muster.integrations.slack.fake.strict.Entry;
import dev.muster.integrations.slack.fake.strict.Ledger;

/** Whether a thread is there to answer in. */
public final class Threads {

  private Threads() {}

  public static void check(Channel channel, String thread, String method, Ledger ledger) {
    if (thread.isEmpty()) {
      return;
    }
    var root = channel.message(thread).orElseThrow(() -> Refused.because("thread_not_found"));
    if (root.isReply()) {
      ledger.add(Entry.oddity(method, "thread_ts is of a reply, not of its root: " + thread));
    }
  }

  static boolean isTop(Message message) {
    return !message.isReply();
  }
}
