package dev.muster.commands.token;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a token may be used for; what its owner may not do, it may not do either. */
public enum Scope {
  READ("reads incidents, alerts, deliveries and on-call"),
  COMMAND("runs commands, as its owner"),
  IMPERSONATE("runs commands as somebody else, named in `as`");

  private final String about;

  Scope(String about) {
    this.about = about;
  }

  /** As it is typed and shown. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String about() {
    return about;
  }

  public static Optional<Scope> of(String word) {
    return Arrays.stream(values()).filter(scope -> scope.word().equals(word)).findFirst();
  }

  static String words(Collection<Scope> scopes) {
    return scopes.stream().sorted().map(Scope::word).collect(Collectors.joining(", "));
  }
}
