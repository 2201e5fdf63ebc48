package dev.muster.bot.login;

import dev.muster.commands.login.LinkRequests;
import dev.muster.commands.login.LoginAudit.Source;
import dev.muster.commands.store.StoreUnavailable;
import java.util.Optional;
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

  /** Returns as soon as it is noted, which is the same work whoever it is. */
  void ask(String name, String next, Source from) {
    watch.audit().record("login-link", "asked", Optional.empty(), from);
    executor.execute(() -> send(name, next, from));
  }

  private void send(String name, String next, Source from) {
    try {
      var outcome = requests.send(name, token -> LoginSettings.link(url, token, next), from);
      watch.link(outcome.word());
    } catch (StoreUnavailable away) {
      watch.link(LinkRequests.Outcome.FAILED.word());
      log.atError()
          .setCause(away)
          .addKeyValue("requestId", from.requestId())
          .log("A login link could not be made");
    }
  }
}
