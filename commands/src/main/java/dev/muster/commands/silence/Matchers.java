package dev.muster.commands.silence;

import dev.muster.commands.alert.LabelMatcher;
import java.util.List;
import java.util.Map;

/**
 * Which alerts are meant: those whose labels all of the matchers accept, as a route's.
 *
 * @param text as Alertmanager writes them, in an order of their own: two that mean the same labels
 *     have the same text
 */
public record Matchers(String text, List<LabelMatcher> all) {

  public static final int MOST = 10;

  public Matchers {
    all = List.copyOf(all);
  }

  public boolean accept(Map<String, String> labels) {
    return all.stream().allMatch(matcher -> matcher.matches(labels));
  }

  /** Whether they accept what has no labels at all: then they would accept nearly everything. */
  boolean acceptAnything() {
    return accept(Map.of());
  }

  @Override
  public String toString() {
    return text;
  }
}
