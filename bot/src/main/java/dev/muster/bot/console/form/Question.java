package dev.muster.bot.console.form;

import dev.muster.bot.console.form.InputView.Choice;
import dev.muster.commands.asking.Stamps;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something that a form asks for.
 *
 * @param look how it is shown
 * @param current what stands there now, as somebody would type it
 * @param problem what is wrong with a text, if anything is
 */
record Question(
    String name,
    String label,
    Look look,
    String current,
    Function<String, Optional<String>> problem) {

  /**
   * How something is asked for.
   *
   * @param kind see {@link InputView}
   */
  record Look(String kind, String hint, List<Choice> choices, boolean isRequired) {
    static Look line(String hint) {
      return new Look("line", hint, List.of(), false);
    }

    static Look area(boolean isRequired) {
      return new Look("area", "", List.of(), isRequired);
    }

    static Look choice(List<Choice> choices) {
      return new Look("choice", "", choices, false);
    }
  }

  /** Nothing was typed yet. */
  Typed untouched() {
    return new Typed(this, current, Stamps.of(current), false);
  }

  /** What a form brought; what it did not ask for stays as it is. */
  Typed in(Map<String, String> values) {
    var text = values.getOrDefault(name, current).replace("\r\n", "\n").strip();
    var seen = values.getOrDefault("seen." + name, Stamps.of(current));
    return new Typed(this, text, seen, values.containsKey(name));
  }

  /** What stands there now, as it is read. */
  private String words() {
    return look.choices().stream()
        .filter(choice -> choice.value().equals(current))
        .map(Choice::words)
        .findFirst()
        .orElse(current);
  }

  /**
   * What somebody typed.
   *
   * @param seen the stamp of what stood there when they began
   * @param isSent whether anything was typed at all
   */
  record Typed(Question question, String text, String seen, boolean isSent) {

    boolean isChanged() {
      return !text.equals(question.current) && !Stamps.of(text).equals(seen);
    }

    /** Somebody else has changed it since, and to something else. */
    boolean isContested() {
      return isChanged() && !Stamps.of(question.current).equals(seen);
    }

    Optional<String> problem() {
      var isAsked = isChanged() || (isSent && question.look.isRequired());
      return isAsked ? question.problem.apply(text) : Optional.empty();
    }

    boolean isTrouble() {
      return isContested() || problem().isPresent();
    }

    /** What was not changed here shows what it is now. From here on the person has seen that. */
    InputView view() {
      return new InputView(
          question.name,
          question.label,
          question.look.kind(),
          isChanged() ? text : question.current,
          Stamps.of(question.current),
          question.look.hint(),
          question.look.choices(),
          question.look.isRequired(),
          problem().orElse(""),
          isContested(),
          question.current,
          question.words());
    }
  }
}
