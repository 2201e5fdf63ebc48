package dev.muster.commands.operation;

import dev.muster.commands.text.Words;
import dev.muster.runbooks.run.Who;
import dev.muster.runbooks.start.ByHand;
import dev.muster.runbooks.start.Footprint.Mark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What was done to the world, by a run and by people, in few words. */
final class Deeds {

  private static final int MOST_STEPS = 12;

  private Deeds() {}

  /** {@code Did: Maintenance mode on. By hand: Undelete (3 lines, DevOps Engineer).} */
  static String all(List<Mark> marks) {
    var parts = new ArrayList<String>();
    add(parts, "Did: ", marks, mark -> mark.isSure() && isOwn(mark) && !mark.isUndoing());
    add(parts, "By hand: ", marks, mark -> !isOwn(mark) && !mark.isUndoing());
    add(parts, "Took back: ", marks, mark -> mark.isSure() && isOwn(mark) && mark.isUndoing());
    add(parts, "Taken back by hand: ", marks, mark -> !isOwn(mark) && mark.isUndoing());
    add(parts, "Perhaps did: ", marks, mark -> !mark.isSure());
    return String.join(" ", parts);
  }

  static String toFindOut(List<Mark> marks) {
    var parts = new ArrayList<String>();
    add(parts, "Find out whether this happened: ", marks, mark -> !mark.isSure());
    return String.join(" ", parts);
  }

  private static boolean isOwn(Mark mark) {
    return mark.hand().isEmpty();
  }

  private static void add(
      List<String> parts, String what, List<Mark> marks, Predicate<Mark> wanted) {
    var counts = new LinkedHashMap<String, Integer>();
    marks.stream().filter(wanted).forEach(mark -> counts.merge(said(mark), 1, Integer::sum));
    if (counts.isEmpty()) {
      return;
    }
    var names =
        counts.entrySet().stream()
            .limit(MOST_STEPS)
            .map(one -> one.getKey() + (one.getValue() > 1 ? " (×" + one.getValue() + ")" : ""))
            .collect(Collectors.joining(", "));
    var more = counts.size() - MOST_STEPS;
    parts.add(what + names + (more > 0 ? " and %d more.".formatted(more) : "."));
  }

  private static String said(Mark mark) {
    return mark.name() + mark.hand().map(hand -> " (" + said(hand) + ")").orElse("");
  }

  /** {@code 3 lines, DevOps Engineer and CTO}. */
  private static String said(ByHand hand) {
    var parts = new ArrayList<String>();
    if (hand.lines() > 0) {
      var people = hand.ticked().stream().map(Who::name).collect(Collectors.joining(" and "));
      parts.add(Words.count(hand.lines(), "line") + ", " + people);
    }
    hand.confirmed().ifPresent(who -> parts.add("confirmed, " + who.name()));
    hand.marked().ifPresent(who -> parts.add("marked done, " + who.name()));
    return String.join("; ", parts);
  }
}
