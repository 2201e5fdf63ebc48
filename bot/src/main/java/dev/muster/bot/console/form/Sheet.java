package dev.muster.bot.console.form;

import dev.muster.bot.console.form.Question.Typed;
import java.util.List;

/**
 * A form about one incident with what somebody typed into it.
 *
 * @param commands what it becomes, in order; empty when nothing was changed
 */
public record Sheet(String action, List<Typed> typed, List<String> commands, boolean isOpen) {

  public Sheet {
    typed = List.copyOf(typed);
    commands = List.copyOf(commands);
  }

  /** Whether something has to be mended, or looked at, before it can be sent. */
  public boolean isTrouble() {
    return typed.stream().anyMatch(Typed::isTrouble);
  }

  public FormView view() {
    return new FormView(action, typed.stream().map(Typed::view).toList(), isOpen);
  }
}
