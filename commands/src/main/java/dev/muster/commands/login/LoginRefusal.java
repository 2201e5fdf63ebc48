package dev.muster.commands.login;

/** Why somebody is not let in. */
public enum LoginRefusal {
  LINK_UNKNOWN("link-unknown"),
  LINK_EXPIRED("link-expired"),
  LINK_USED("link-used"),
  SESSION_UNKNOWN("session-unknown"),
  SESSION_EXPIRED("session-expired"),
  /** Somebody who is in the configuration no more. */
  PERSON_GONE("person-gone"),
  /** A header of the reverse proxy that did not come from it. */
  PROXY_FORGED("proxy-forged"),
  /** The reverse proxy knows somebody whom the configuration does not. */
  PROXY_UNKNOWN("proxy-unknown");

  private final String word;

  LoginRefusal(String word) {
    this.word = word;
  }

  /** As the audit log and the metrics call it. */
  public String word() {
    return word;
  }
}
