package dev.muster.bot.config.plans;

import dev.muster.bot.config.secret.Secret;

/** Another system that is told of incidents. */
public sealed interface Notifier {

  /** A service of PagerDuty, by its integration key. */
  record PagerDuty(Secret key) implements Notifier {}

  /** An address that takes JSON. */
  record Webhook(String url) implements Notifier {}
}
