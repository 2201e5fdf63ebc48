package dev.muster.bot.chat.view;

import dev.muster.commands.chat.form.Choices.Choice;
import dev.muster.commands.chat.form.Form;
import dev.muster.commands.chat.form.Input;
import java.util.List;
import java.util.stream.Stream;

/**
 * A form as a template shows it.
 *
 * @param command what is sent with the fields, such as {@code /incident edit #1042}
 * @param heading the same without what only buttons say
 * @param fields what is asked for first; all of it where nothing must be filled in
 * @param more what can be filled in besides
 */
public record FormView(
    String command, String heading, String about, List<FieldView> fields, List<FieldView> more) {

  private static final int MOST_RADIOS = 6;

  /**
   * A field.
   *
   * @param kind chooses the markup: line, text, number, radio or select
   * @param problem empty for none
   * @param most how many characters it takes
   */
  public record FieldView(
      String name,
      String label,
      String kind,
      String hint,
      boolean required,
      String value,
      String before,
      String problem,
      int most,
      List<Choice> choices) {}

  public static FormView of(Form form) {
    var all = form.fields().stream().map(FormView::view).toList();
    var hasNeeds = all.stream().anyMatch(FieldView::required);
    return hasNeeds && all.size() > 2
        ? new FormView(
            form.command(),
            form.heading(),
            form.about(),
            all.stream().filter(FormView::isFirst).toList(),
            all.stream().filter(field -> !isFirst(field)).toList())
        : new FormView(form.command(), form.heading(), form.about(), all, List.of());
  }

  /** Whether something must be filled in. */
  public boolean hasNeeds() {
    return fields.stream().anyMatch(FieldView::required);
  }

  private static boolean isFirst(FieldView field) {
    return field.required() || !field.value().isEmpty() || !field.problem().isEmpty();
  }

  private static FieldView view(Form.Field field) {
    var asked = field.parameter().asked();
    return new FieldView(
        field.name(),
        asked.label(),
        kind(field),
        hint(field),
        field.parameter().isRequired(),
        field.value(),
        field.before(),
        field.problem().orElse(""),
        most(asked.input()),
        choices(field));
  }

  private static String kind(Form.Field field) {
    return switch (field.parameter().asked().input()) {
      case Input.Line _, Input.Word _, Input.Known _, Input.Time _, Input.Names _ -> "line";
      case Input.Text _ -> "text";
      case Input.Number _ -> "number";
      case Input.Pick _ -> field.choices().size() > MOST_RADIOS ? "select" : "radio";
    };
  }

  private static String hint(Form.Field field) {
    var example = field.parameter().asked().example();
    return switch (field.parameter().asked().input()) {
      case Input.Time _ -> "By your clock: 14:32, 2026-03-02 14:32, or 30m";
      case Input.Names _ -> "With commas between them: " + example;
      case Input.Line _, Input.Word _, Input.Known _, Input.Text _, Input.Number _, Input.Pick _ ->
          "";
    };
  }

  private static int most(Input input) {
    return switch (input) {
      case Input.Line(var most) -> most;
      case Input.Word(var most) -> most;
      case Input.Known(var most, _) -> most;
      case Input.Text(var most) -> most;
      case Input.Number _, Input.Time _ -> 40;
      case Input.Names _, Input.Pick _ -> 1_000;
    };
  }

  /** What stands in the field can be chosen too, so that it is not lost; a slip cannot. */
  private static List<Choice> choices(Form.Field field) {
    var isKnown =
        field.value().isEmpty()
            || field.choices().stream().anyMatch(one -> one.value().equals(field.value()));
    var isSlip = field.before().isEmpty() && field.problem().isPresent();
    return isKnown || isSlip
        ? field.choices()
        : Stream.concat(field.choices().stream(), Stream.of(Choice.of(field.value()))).toList();
  }
}
