package dev.muster.integrations.slack.form;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ExternalSelectElement;
import com.slack.api.model.block.element.NumberInputElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import dev.muster.commands.argument.Quotes;
import dev.muster.commands.chat.form.Choices.Choice;
import dev.muster.commands.chat.form.Form;
import dev.muster.commands.chat.form.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One field of a form as an input of Slack. */
final class FieldBlocks {

  static final String ACTION = "value";

  /** More than these are looked for by typing. */
  static final int MOST_OPTIONS = 100;

  private static final String BLOCK = "field:";
  private static final String NOTHING = "none";
  private static final int LONGEST_TEXT = 3_000;
  private static final int LONGEST_LABEL = 2_000;
  private static final int LONGEST_HINT = 2_000;
  private static final int LONGEST_PLACEHOLDER = 150;
  private static final int LONGEST_OPTION = 75;
  private static final int LONGEST_VALUE = 150;

  private FieldBlocks() {}

  static String blockId(String field) {
    return BLOCK + field;
  }

  /** The field's name by its block; empty for a block that is no field. */
  static Optional<String> field(@Nullable String blockId) {
    return blockId != null && blockId.startsWith(BLOCK)
        ? Optional.of(blockId.substring(BLOCK.length()))
        : Optional.empty();
  }

  /** Slack takes no longer text in one field. */
  static boolean fits(Form.Field field) {
    return Cut.length(field.value()) <= LONGEST_TEXT;
  }

  static InputBlock of(Form.Field field) {
    var label = field.parameter().asked().label();
    return InputBlock.builder()
        .blockId(blockId(field.name()))
        .label(plain(Cut.to(LONGEST_LABEL, label.isBlank() ? field.name() : label)))
        .hint(hint(field).map(text -> plain(Cut.to(LONGEST_HINT, text))).orElse(null))
        .optional(!field.parameter().isRequired())
        .element(element(field))
        .build();
  }

  static OptionObject option(Choice choice) {
    var words =
        choice.label().isBlank() || choice.label().equals(choice.value())
            ? choice.value()
            : choice.value() + "  " + choice.label();
    return OptionObject.builder()
        .text(plain(Cut.to(LONGEST_OPTION, words)))
        .value(choice.value())
        .build();
  }

  static boolean isOption(Choice choice) {
    return !choice.value().isBlank() && Cut.length(choice.value()) <= LONGEST_VALUE;
  }

  /** What is wrong with what was filled in, else how it is filled in. */
  private static Optional<String> hint(Form.Field field) {
    var example = field.parameter().asked().example();
    var usual =
        switch (field.parameter().asked().input()) {
          case Input.Time _ -> "By your clock: 14:32, 2026-03-02 14:32, or 30m";
          case Input.Names _ -> "With commas between them: " + example;
          case Input.Line _,
              Input.Word _,
              Input.Known _,
              Input.Text _,
              Input.Number _,
              Input.Pick _ ->
              "";
        };
    return field.problem().or(() -> Optional.of(usual).filter(text -> !text.isBlank()));
  }

  private static BlockElement element(Form.Field field) {
    return switch (field.parameter().asked().input()) {
      case Input.Line(var most) -> text(field, false, most);
      case Input.Word(var most) -> text(field, false, most);
      case Input.Known(var most, _) -> text(field, false, most);
      case Input.Text(var most) -> text(field, true, most);
      case Input.Names _ -> text(field, false, 1_000);
      case Input.Time _ -> text(field, false, 40);
      case Input.Number _ -> isNumber(field.value()) ? number(field) : text(field, false, 40);
      case Input.Pick _ -> select(field);
    };
  }

  private static BlockElement number(Form.Field field) {
    return NumberInputElement.builder()
        .actionId(ACTION)
        .decimalAllowed(false)
        .placeholder(placeholder(field))
        .initialValue(blankToNull(field.value()))
        .build();
  }

  /** What somebody typed with a comma in it, or as a word, Slack takes as a text only. */
  private static boolean isNumber(String text) {
    return text.isBlank() || text.matches("-?\\d{1,15}");
  }

  private static BlockElement text(Form.Field field, boolean multiline, int most) {
    var longest = Math.max(Math.min(most, LONGEST_TEXT), Cut.length(field.value()));
    return PlainTextInputElement.builder()
        .actionId(ACTION)
        .multiline(multiline)
        .maxLength(longest)
        .placeholder(placeholder(field))
        .initialValue(blankToNull(field.value()))
        .build();
  }

  private static BlockElement select(Form.Field field) {
    var options = options(field);
    var chosen =
        options.stream().filter(it -> it.getValue().equals(field.value())).findFirst().orElse(null);
    return options.isEmpty() || options.size() > MOST_OPTIONS
        ? ExternalSelectElement.builder()
            .actionId(ACTION)
            .minQueryLength(0)
            .placeholder(plain("Type to find"))
            .initialOption(chosen)
            .build()
        : StaticSelectElement.builder()
            .actionId(ACTION)
            .options(options)
            .initialOption(chosen)
            .build();
  }

  /** What stands in it can be chosen too, and what need not be there can be taken away. */
  private static List<OptionObject> options(Form.Field field) {
    var options = new ArrayList<OptionObject>();
    field.choices().stream()
        .filter(FieldBlocks::isOption)
        .map(FieldBlocks::option)
        .forEach(options::add);
    var values = options.stream().map(OptionObject::getValue).toList();
    var stands = Choice.of(field.value());
    if (isOption(stands) && !values.contains(field.value())) {
      options.add(option(stands));
    }
    if (!field.parameter().isRequired() && !field.before().isEmpty() && !values.contains(NOTHING)) {
      options.add(OptionObject.builder().text(plain("(nobody or nothing)")).value(NOTHING).build());
    }
    return options;
  }

  private static @Nullable PlainTextObject placeholder(Form.Field field) {
    var example = Quotes.strip(field.parameter().asked().example());
    return example.isBlank() || example.equals("…")
        ? null
        : plain(Cut.to(LONGEST_PLACEHOLDER, example));
  }

  private static @Nullable String blankToNull(String text) {
    return text.isBlank() ? null : text;
  }

  private static PlainTextObject plain(String text) {
    return PlainTextObject.builder().text(text).emoji(false).build();
  }
}
