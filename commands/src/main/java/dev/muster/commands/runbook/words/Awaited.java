package dev.muster.commands.runbook.words;

import dev.muster.runbooks.kind.Question;
import dev.muster.runbooks.language.Step;
import java.util.Optional;

/** What runs wait for, in the same words in every card and list. */
public final class Awaited {

  public static final String WAITS_FOR_ANOTHER = "waits for another run to end";
  public static final String WAITS_FOR_PEOPLE = "waits for people";
  public static final String NEEDS_A_PERSON = "needs a person";

  private static final String APPROVAL = "approval";
  private static final String YES_OR_NO = "a yes or no";
  private static final String CHECKLIST = "its checklist";

  private Awaited() {}

  /** {@code approval}, behind "waits for". */
  public static String by(Question question) {
    return switch (question) {
      case Question.Approval _ -> APPROVAL;
      case Question.Confirmation _ -> YES_OR_NO;
      case Question.Checklist _ -> CHECKLIST;
    };
  }

  /** The same of a step that people will see to; empty for any other. */
  public static Optional<String> at(Step step) {
    return switch (step.action().uses()) {
      case "approve" -> Optional.of(APPROVAL);
      case "confirm" -> Optional.of(YES_OR_NO);
      case "checklist" -> Optional.of(CHECKLIST);
      default -> Optional.empty();
    };
  }

  /** As the first words of a line. */
  static String first(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
