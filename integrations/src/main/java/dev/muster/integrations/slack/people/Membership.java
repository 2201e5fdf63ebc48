package dev.muster.integrations.slack.people;

/** Hears who can use their account in Slack no more, and who can again. */
@FunctionalInterface
public interface Membership {

  /** Blocking; says nothing new most of the time. */
  void changed(String user, boolean hasLeft);
}
