package dev.muster.integrations.slack.fake.web;

import java.util.Set;

/** A method as its page in the documentation describes it. */
record MethodSpec(
    String name, Tier tier, Rights rights, Set<String> required, Set<String> optional) {

  /** Of the scopes one is enough. */
  record Rights(Set<String> scopes, boolean readsOnly) {}

  boolean knows(String argument) {
    return required.contains(argument) || optional.contains(argument) || argument.equals("token");
  }
}
