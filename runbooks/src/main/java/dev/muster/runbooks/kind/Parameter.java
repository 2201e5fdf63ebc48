package dev.muster.runbooks.kind;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that a kind takes under {@code with}.
 *
 * @param words what may stand there and nothing else; empty where anything of the type may
 * @param fallback what it is when it is left out; null where there is none
 */
public record Parameter(
    String name,
    Type type,
    boolean needed,
    Set<String> words,
    @Nullable Object fallback,
    String about) {

  /** What may stand there. Any of them may be an expression {@code ${{ … }}} instead. */
  public enum Type {
    TEXT,
    NUMBER,
    BOOLEAN,
    /** A length of time such as {@code 30s}. */
    DURATION,
    LIST,
    MAP,
    /** Who hears it: {@code channel:NAME}, {@code person:NAME} or {@code mailbox:NAME}. */
    ADDRESS,
    /** The source of a CEL expression, computed by the kind. */
    EXPRESSION,
    ANYTHING
  }

  public Parameter {
    words = Set.copyOf(words);
  }

  public static Parameter needed(String name, Type type, String about) {
    return new Parameter(name, type, true, Set.of(), null, about);
  }

  public static Parameter optional(String name, Type type, String about) {
    return new Parameter(name, type, false, Set.of(), null, about);
  }

  /** Which is that when nothing is written. */
  public Parameter otherwise(Object value) {
    return new Parameter(name, type, false, words, value, about);
  }

  public Parameter oneOf(String... allowed) {
    return new Parameter(name, type, needed, Set.of(allowed), fallback, about);
  }
}
