package dev.muster.commands.runbook.typing;

import dev.muster.commands.chat.form.Choices;
import dev.muster.commands.chat.form.Choices.Choice;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.chat.form.Parameter.Asked;
import dev.muster.commands.people.Directory;
import dev.muster.commands.runbook.card.Says;
import dev.muster.runbooks.language.Input;
import dev.muster.runbooks.language.InputText;
import dev.muster.runbooks.language.InputText.Reading;
import dev.muster.runbooks.language.Runbook;
import java.util.List;
import java.util.Optional;

/** The inputs of runbooks as forms and completion know them. */
public record InputParameters(Directory directory) {

  private static final int LINE = 150;
  private static final int MOST = 3_000;

  /** Without secrets, which nobody types. */
  public List<Parameter> of(Runbook runbook) {
    return runbook.inputs().values().stream()
        .filter(input -> !input.isSecret())
        .map(this::parameter)
        .toList();
  }

  /** Whoever an input can name. */
  public List<String> people() {
    return directory.people().stream().map(person -> person.id().value()).toList();
  }

  private Parameter parameter(Input input) {
    var label = input.about().isBlank() ? input.name() : input.name() + ": " + input.about();
    var asked = new Asked(label, example(input), field(input.type()), check(input.type()));
    var isNeeded = input.required() && input.fallback() == null;
    return new Parameter(Parameter.Spot.OPTION, input.name(), List.of(), asked, isNeeded);
  }

  private Parameter.Check check(Input.Type type) {
    return (text, _, _) ->
        switch (InputText.read(type, text, people())) {
          case Reading.Value _ -> Optional.empty();
          case Reading.Refused(var why) ->
              Optional.of(new Parameter.Wrong(sentence(why), Optional.empty()));
        };
  }

  private static String sentence(String why) {
    return Character.toUpperCase(why.charAt(0)) + why.substring(1) + ".";
  }

  private dev.muster.commands.chat.form.Input field(Input.Type type) {
    return switch (type) {
      case Input.Type.Text(_, var longest) ->
          longest > LINE
              ? new dev.muster.commands.chat.form.Input.Text(Math.min(longest, MOST))
              : new dev.muster.commands.chat.form.Input.Line(longest);
      case Input.Type.Whole _ -> new dev.muster.commands.chat.form.Input.Number();
      case Input.Type.Decimal _, Input.Type.Length _, Input.Type.Secret _ ->
          new dev.muster.commands.chat.form.Input.Line(LINE);
      case Input.Type.YesNo _ ->
          new dev.muster.commands.chat.form.Input.Pick(Choices.of("yes", "no"));
      case Input.Type.OneOf(var words) ->
          new dev.muster.commands.chat.form.Input.Pick(Choices.of(words));
      case Input.Type.Somebody _ -> new dev.muster.commands.chat.form.Input.Pick(_ -> everybody());
    };
  }

  private List<Choice> everybody() {
    return directory.people().stream()
        .map(person -> new Choice(person.id().value(), person.name()))
        .toList();
  }

  private static String example(Input input) {
    var fallback = input.fallback();
    if (fallback != null) {
      return Says.typed(fallback);
    }
    return switch (input.type()) {
      case Input.Type.Text _, Input.Type.Secret _ -> "…";
      case Input.Type.Whole(var least, _) -> least.map(String::valueOf).orElse("3");
      case Input.Type.Decimal _ -> "0.5";
      case Input.Type.YesNo _ -> "yes";
      case Input.Type.OneOf(var words) -> words.getFirst();
      case Input.Type.Length _ -> "15m";
      case Input.Type.Somebody _ -> "devops";
    };
  }
}
