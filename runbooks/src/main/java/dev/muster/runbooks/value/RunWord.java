package dev.muster.runbooks.value;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is said of a run itself where people give it its inputs, so that no input can be called so:
 * it could never be given.
 */
public enum RunWord {
  /** Whether it only says what it would do. */
  DRY("dry", "dryrun"),
  /** Which incident it is for. */
  FOR("for", ""),
  /** What its asker was shown. */
  OFFER("offer", ""),
  /** What they say to that. */
  GO("go", ""),
  /** What it destroys, typed once more. */
  TARGET("target", ""),
  /** Which earlier run it is to be like. */
  AGAIN("again", "");

  private final String word;
  private final String alias;

  RunWord(String word, String alias) {
    this.word = word;
    this.alias = alias;
  }

  public String word() {
    return word;
  }

  /** What means the same. */
  public List<String> others() {
    return alias.isEmpty() ? List.of() : List.of(alias);
  }

  /** All of them, in small letters. */
  public static Set<String> all() {
    return Stream.of(values())
        .flatMap(one -> Stream.concat(Stream.of(one.word), one.others().stream()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
