package dev.muster.bot.login;

import dev.muster.commands.login.LinkRequests;
import dev.muster.commands.login.LoginAudit.Source;
import dev.muster.commands.store.StoreUnavailable;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends links behind the back of whoever asked: how long an answer takes must not say whether there
 * is such a person.
 *
 * @param url the address in the links
 */
record LinkSending(LinkRequests requests, String url, LoginWatch watch, Executor executor) {

  private static final Logger log = LoggerFactory.getLogger(LinkSending.class);

  boolean hasTrouble() {
    return requests.haveTrouble();
  }

  /** Returns at once, whoever it is. */
  void ask(String name, String next, Source from) {
    executor.execute(() -> send(name, next, from));
  }

  private void send(String name, String next, Source from) {
    try {
      var asked = requests.send(name, token -> LoginSettings.link(url, token, next));
      watch.link(asked, from);
    } catch (StoreUnavailable away) {
      watch.count(LinkRequests.Outcome.FAILED);
      log.atError()
          .setCause(away)
          .addKeyValue("requestId", from.requestId())
          .log("A login link could not be made");
    }
  }
}
