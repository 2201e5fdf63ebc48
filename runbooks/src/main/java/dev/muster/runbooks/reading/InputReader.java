package dev.muster.runbooks.reading;

import com.google.re2j.PatternSyntaxException;
import dev.muster.runbooks.language.Input;
import dev.muster.runbooks.language.InputText;
import dev.muster.runbooks.language.InputText.Reading;
import dev.muster.runbooks.shape.Collected;
import dev.muster.runbooks.shape.Schema;
import dev.muster.runbooks.shape.Section;
import dev.muster.runbooks.shape.Shape;
import dev.muster.runbooks.shape.Shape.Located;
import dev.muster.runbooks.shape.Shapes;
import dev.muster.runbooks.value.RunWord;
import dev.muster.runbooks.yaml.Node.Kind;
import dev.muster.runbooks.yaml.Node.Scalar;
import dev.muster.runbooks.yaml.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what a run is given. */
record InputReader(Set<String> secrets) {

  static final List<String> TYPES =
      List.of("string", "integer", "number", "boolean", "enum", "duration", "person", "secret");

  private static final int LONGEST = 1_000;
  private static final int LONGEST_PATTERN = 200;
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}");

  private static final Set<String> TAKEN = RunWord.all();

  private static final Map<String, List<String>> KEYS =
      Map.of(
          "pattern", List.of("string"),
          "maxLength", List.of("string"),
          "min", List.of("integer", "number"),
          "max", List.of("integer", "number"),
          "values", List.of("enum"),
          "from", List.of("secret"));

  Shape<Map<String, Input>> inputs() {
    var name =
        Shapes.text("a name of letters, digits and `_`, so that `inputs.NAME` can be read", NAME)
            .where(
                it -> !TAKEN.contains(it.toLowerCase(Locale.ROOT)),
                "`%1$s` says something of the run itself where people type it; call it `the_%1$s`"
                    ::formatted);
    return Collected.named(
            "inputs",
            name,
            it ->
                Section.shape("an input such as {type: string, default: eu}", at -> input(it, at)))
        .about("What a run is given.");
  }

  private Input input(String name, Section at) {
    var word =
        at.required(
                "type", "string", Shapes.oneOf("type", "types", TYPES).about("What the value is."))
            .orElse("");
    KEYS.forEach((key, types) -> {
      if (at.has(key) && !word.isEmpty() && !types.contains(word)) {
        at.problem(
            at.placeOf(key),
            "`%s` is for inputs of type %s; this one is %s"
                .formatted(key, Words.listed(types), Words.quoted(word)));
      }
    });
    var type = type(word, at);
    var required =
        at.optional("required", flag().about("Whether it has to be given; true unless said."));
    var fallback =
        at.optional("default", single().about("The value when none is given."))
            .flatMap(given -> fallback(type, given, at));
    var about =
        at.optional("description", Shapes.text().about("What a form says of it.")).orElse("");
    if (type instanceof Input.Type.Secret && at.has("required")) {
      at.problem(at.placeOf("required"), "a secret is never asked for; delete `required`");
    }
    return new Input(
        name, type, required.orElse(true) && fallback.isEmpty(), fallback.orElse(null), about);
  }

  private Input.Type type(String word, Section at) {
    var pattern = at.optional("pattern", pattern().about("RE2; the whole value has to match."));
    var longest = at.optional("maxLength", Shapes.number(1, 10_000));
    var least = at.optional("min", decimal());
    var most = at.optional("max", decimal());
    var values =
        at.optional(
            "values", Collected.atLeastOne("values", Collected.list("values", Shapes.text())));
    var from = at.optional("from", secret());
    if (least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0) {
      at.problem(at.placeOf("max"), "`max` is below `min`; nothing would fit");
    }
    return switch (word) {
      case "integer" ->
          new Input.Type.Whole(least.map(BigDecimal::longValue), most.map(BigDecimal::longValue));
      case "number" -> new Input.Type.Decimal(least, most);
      case "boolean" -> new Input.Type.YesNo();
      case "enum" -> {
        need(at, "values", "values: [eu, us]");
        yield new Input.Type.OneOf(values.orElse(List.of()));
      }
      case "duration" -> new Input.Type.Length();
      case "person" -> new Input.Type.Somebody();
      case "secret" -> {
        need(at, "from", "from: ADMIN_TOKEN");
        yield new Input.Type.Secret(from.orElse(""));
      }
      default -> new Input.Type.Text(pattern, longest.orElse(LONGEST));
    };
  }

  private static void need(Section at, String key, String example) {
    if (!at.has(key)) {
      at.missing("`%s` is missing here; add `%s`".formatted(key, example), key);
    }
  }

  private Shape<String> secret() {
    return Shapes.text()
        .where(
            secrets::contains,
            name ->
                "%s is not among the `secrets: {allow: […]}` of muster.yaml%s"
                    .formatted(
                        Words.quoted(name),
                        secrets.isEmpty()
                            ? "; add it there"
                            : Words.insteadOf(name, secrets, "secrets allowed there")))
        .about("A variable of the environment that `secrets.allow` of muster.yaml names.");
  }

  private static Shape<String> pattern() {
    return Shapes.text()
        .where(
            text -> text.length() <= LONGEST_PATTERN,
            _ -> "a pattern longer than " + LONGEST_PATTERN + " characters; make it shorter")
        .where(
            text -> fault(text).isEmpty(),
            text -> "no RE2 pattern: " + fault(text).orElse("") + "; mend it");
  }

  private static Optional<String> fault(String pattern) {
    try {
      var compiled = com.google.re2j.Pattern.compile(pattern);
      return compiled.programSize() > 5_000
          ? Optional.of("it is larger than it looks (counts such as {1000} add up)")
          : Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.of(e.getDescription());
    }
  }

  private static Optional<Object> fallback(Input.Type type, Located<String> given, Section at) {
    if (type instanceof Input.Type.Secret) {
      at.problem(given.place(), "a secret has no default in a file; delete it");
      return Optional.empty();
    }
    if (type instanceof Input.Type.Somebody) {
      return Optional.of(given.value());
    }
    return switch (InputText.read(type, given.value(), Set.of())) {
      case Reading.Value(var value) -> Optional.of(value);
      case Reading.Refused(var why) -> {
        at.problem(given.place(), "the default does not fit: " + why);
        yield Optional.empty();
      }
    };
  }

  /** As it is written, whatever YAML takes it for. */
  private static Shape<Located<String>> single() {
    return Shape.<String>of(
            () -> Schema.ANYTHING,
            (node, problems) -> {
              if (node instanceof Scalar(_, var kind, var text) && kind != Kind.NOTHING) {
                return Optional.of(text);
              }
              problems.add(node.place(), Words.expected("a single value", node));
              return Optional.empty();
            })
        .located();
  }

  private static Shape<BigDecimal> decimal() {
    return Shape.of(
        () -> Schema.type("number"),
        (node, problems) -> {
          if (node instanceof Scalar(_, var kind, var text)
              && kind == Kind.NUMBER
              && text.matches("[-+]?\\d{1,18}(\\.\\d{1,9})?")) {
            return Optional.of(new BigDecimal(text));
          }
          problems.add(node.place(), Words.expected("a number", node));
          return Optional.empty();
        });
  }

  static Shape<Boolean> flag() {
    return Shapes.flag();
  }
}
