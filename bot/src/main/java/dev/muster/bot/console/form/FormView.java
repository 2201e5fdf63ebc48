package dev.muster.bot.console.form;

import java.util.List;

/**
 * A form as a template shows it.
 *
 * @param isOpen whether it is shown before anybody asks for it
 */
public record FormView(String action, List<InputView> inputs, boolean isOpen) {

  public FormView {
    inputs = List.copyOf(inputs);
  }

  public boolean isTrouble() {
    return inputs.stream().anyMatch(InputView::isTrouble);
  }
}
