package dev.muster.bot.config.alerts;

import java.util.List;

/** What there is to be told, by the names in the configuration. */
public record TargetNames(List<String> channels, List<String> mailboxes, List<String> people) {

  public TargetNames {
    channels = List.copyOf(channels);
    mailboxes = List.copyOf(mailboxes);
    people = List.copyOf(people);
  }
}
