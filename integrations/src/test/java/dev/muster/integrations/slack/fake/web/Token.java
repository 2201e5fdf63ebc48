package dev.muster.integrations.slack.fake.web;

import java.util.Set;
import java.util.TreeSet;

/** What a token may do, which a test can change while the app runs. */
public final class Token {

  private final String secret;
  private final Set<String> scopes;
  private String trouble = "";

  Token(String secret, Set<String> scopes) {
    this.secret = secret;
    this.scopes = new TreeSet<>(scopes);
  }

  public String secret() {
    return secret;
  }

  boolean isForApp() {
    return secret.startsWith("xapp-");
  }

  public synchronized void take(String scope) {
    scopes.remove(scope);
  }

  public synchronized void give(String scope) {
    scopes.add(scope);
  }

  /** Every call is answered token_revoked from now on. */
  public synchronized void revoke() {
    trouble = "token_revoked";
  }

  public synchronized void restore() {
    trouble = "";
  }

  synchronized String trouble() {
    return trouble;
  }

  public synchronized boolean has(String scope) {
    return scopes.contains(scope);
  }

  synchronized boolean hasAny(Set<String> some) {
    return some.isEmpty() || some.stream().anyMatch(scopes::contains);
  }

  synchronized String provided() {
    return String.join(",", scopes);
  }
}
