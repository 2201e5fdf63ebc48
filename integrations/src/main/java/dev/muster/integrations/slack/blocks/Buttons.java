package dev.muster.integrations.slack.blocks;

import com.slack.api.model.block.composition.ConfirmationDialogObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import dev.muster.commands.chat.Block;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Buttons of one message: their value is the command that a click says, their action id a number
 * that no other button there has.
 */
public final class Buttons {

  /** The action ids of all buttons that carry a command. */
  public static final Pattern ACTION = Pattern.compile("command:\\d+");

  private static final int LABEL = 75;
  private static final int VALUE = 2_000;
  private static final int QUESTION = 300;

  private int made;

  Buttons() {}

  /** A longer command is words to type. */
  static boolean fits(Block.Button button) {
    return Texts.length(button.command()) <= VALUE && !button.label().isBlank();
  }

  List<BlockElement> elements(List<Block.Button> buttons) {
    return buttons.stream().filter(Buttons::fits).map(this::element).toList();
  }

  private BlockElement element(Block.Button button) {
    var label = Texts.upTo(LABEL, Texts.line(button.label()));
    var element =
        ButtonElement.builder()
            .actionId("command:" + made++)
            .text(plain(label))
            .value(button.command());
    if (button.primary()) {
      element.style("primary");
    }
    button
        .confirm()
        .filter(question -> !question.isBlank())
        .ifPresent(question -> element.confirm(confirm(label, question)));
    return element.build();
  }

  private static ConfirmationDialogObject confirm(String label, String question) {
    return ConfirmationDialogObject.builder()
        .title(plain(label))
        .text(plain(Texts.upTo(QUESTION, question)))
        .confirm(plain(Texts.upTo(30, "Yes, " + lowered(label))))
        .deny(plain("Cancel"))
        .build();
  }

  private static String lowered(String label) {
    return label.substring(0, 1).toLowerCase(Locale.ENGLISH) + label.substring(1);
  }

  private static PlainTextObject plain(String text) {
    return PlainTextObject.builder().text(text).emoji(false).build();
  }
}
