package dev.muster.commands.asking;

import dev.muster.commands.argument.Asker;
import dev.muster.commands.argument.FilledIn;
import dev.muster.commands.argument.Mistake;
import dev.muster.commands.argument.Typed;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.CommandTable;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Request;
import dev.muster.commands.chat.Span;
import dev.muster.commands.chat.form.Form;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.chat.form.Parameter.Spot;
import dev.muster.commands.chat.form.Parameter.Wrong;
import dev.muster.commands.incident.IncidentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One request that was not typed rightly, and what it lacks.
 *
 * @param own the incident in whose thread it was typed
 */
record Asking(
    Request request, FilledIn filled, Stamps seen, Asker asker, Optional<IncidentId> own) {

  static Asking of(Request request, Instant now, Optional<IncidentId> own) {
    var invocation = request.invocation();
    var command = request.command();
    var asker = new Asker(invocation.actor(), now);
    var typed = Typed.behind(invocation, request.arguments());
    var plain = numbered(Stamps.before(typed), own);
    var said = new Typed(command.spelled(plain, invocation.actor(), now));
    var filled = FilledIn.of(command.parameters(request.arguments()), said, asker, true);
    return new Asking(request, filled, Stamps.behind(typed), asker, own);
  }

  /**
   * With {@code #} before what is an incident's number and no text, as commands tell them apart.
   */
  private static String numbered(Typed typed, Optional<IncidentId> own) {
    return IncidentId.parse(typed.first())
        .filter(id -> own.isEmpty() || own.get().equals(id))
        .map(id -> id + " " + typed.behindFirst().text())
        .orElse(typed.text());
  }

  /**
   * Its example names the incident that is meant, and no other: half asleep, people paste what they
   * read.
   */
  Reply about(Reply reply) {
    var command = CommandTable.typed(request.command().name());
    return mended(
        number()
            .map(id -> own.isPresent() ? id : id.replace("#", ""))
            .or(() -> own.map(_ -> ""))
            .map(number -> reply.saying(new Example(command, number).in(reply.message())))
            .orElse(reply));
  }

  private Reply mended(Reply reply) {
    if (filled.mistake().isPresent()) {
      return mended(filled.mistake().get()).map(text -> offer(reply, text)).orElse(reply);
    }
    var wrong = wrong();
    return asked(another(wrong).map(line -> behind(reply, line)).orElse(reply), wrong);
  }

  private Reply asked(Reply reply, Map<String, Wrong> wrong) {
    var missing = missing(reply);
    if (missing.isEmpty()) {
      var meant = meant(wrong);
      return wrong.isEmpty()
          ? reply
          : meant.map(text -> offer(reply, text)).orElseGet(() -> reply.with(form(missing, wrong)));
    }
    var asked = reply.missing(missing);
    return takesMoreThanANumber() ? asked.with(form(missing, wrong)) : asked;
  }

  private List<Parameter> parameters() {
    return request.command().parameters(request.arguments());
  }

  private boolean takesMoreThanANumber() {
    return parameters().stream().anyMatch(one -> one.spot() != Spot.INCIDENT);
  }

  private String value(Parameter parameter) {
    return filled.values().getOrDefault(parameter.name(), "");
  }

  private Map<String, Wrong> wrong() {
    var wrong = new LinkedHashMap<String, Wrong>();
    for (var parameter : parameters()) {
      if (!value(parameter).isEmpty()) {
        parameter
            .asked()
            .check()
            .wrong(value(parameter), asker.person(), asker.now())
            .ifPresent(why -> wrong.put(parameter.name(), why));
      }
    }
    return wrong;
  }

  private List<String> missing(Reply reply) {
    return parameters().stream()
        .filter(one -> one.isRequired() && value(one).isEmpty())
        .filter(one -> one.spot() != Spot.INCIDENT || isIncidentMissing(reply, one))
        .map(Parameter::name)
        .toList();
  }

  /** In a thread it need not be said, unless the command found that it must. */
  private boolean isIncidentMissing(Reply reply, Parameter incident) {
    return own.isEmpty() || reply.missing().contains(incident.name());
  }

  private Form form(List<String> missing, Map<String, Wrong> wrong) {
    var fields = new ArrayList<Form.Field>();
    for (var parameter : parameters()) {
      if (parameter.spot() == Spot.INCIDENT && !missing.contains(parameter.name())) {
        continue;
      }
      var problem =
          missing.contains(parameter.name())
              ? Optional.of(Blank.NEEDED)
              : Optional.ofNullable(wrong.get(parameter.name())).map(Wrong::problem);
      fields.add(Blank.field(parameter, asker.person(), value(parameter), problem));
    }
    return Blank.form(request.command(), number(), fields);
  }

  /** The incident that was named. */
  private Optional<String> number() {
    return parameters().stream()
        .filter(one -> one.spot() == Spot.INCIDENT)
        .map(this::value)
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  /**
   * How to mean another incident, where a number is taken for text and is none that is asked for.
   */
  private Optional<Block> another(Map<String, Wrong> wrong) {
    var typed = Stamps.before(Typed.behind(request.invocation(), request.arguments()));
    var isWrong =
        parameters().stream()
            .filter(one -> wrong.containsKey(one.name()))
            .anyMatch(one -> new Typed(value(one)).first().equals(typed.first()));
    var command = CommandTable.typed(request.command().name());
    return IncidentId.parse(typed.first())
        .filter(id -> isWrong && own.isPresent() && !typed.first().startsWith("#"))
        .map(id ->
            Block.line(
                Span.text("For " + id + " write "),
                Span.code(command + " " + id + " " + typed.behindFirst().text())));
  }

  /** With what was probably meant in place of each word that is wrong. */
  private Optional<String> meant(Map<String, Wrong> wrong) {
    if (wrong.values().stream().anyMatch(why -> why.meant().isEmpty())) {
      return Optional.empty();
    }
    var first = firstMeant(wrong);
    if (first.isPresent()) {
      return first;
    }
    var values = new LinkedHashMap<>(filled.values());
    wrong.forEach((name, why) -> values.put(name, why.meant().orElseThrow()));
    var command = CommandTable.typed(request.command().name());
    return Optional.of(seen.behind(Submission.text(command, parameters(), values)));
  }

  /** Where only the first word is wrong, all behind it stays as it is. */
  private Optional<String> firstMeant(Map<String, Wrong> wrong) {
    var typed = Typed.behind(request.invocation(), request.arguments());
    return parameters().stream()
        .filter(one -> wrong.size() == 1 && wrong.containsKey(one.name()))
        .filter(one -> !typed.first().isEmpty() && value(one).equals(typed.first()))
        .flatMap(one -> wrong.values().stream())
        .flatMap(why -> why.meant().stream())
        .filter(word -> word.indexOf(' ') < 0)
        .map(word -> {
          var command = CommandTable.typed(request.command().name());
          return (command + " " + word + " " + typed.behindFirst().text()).strip();
        })
        .findFirst();
  }

  private Optional<String> mended(Mistake mistake) {
    return mistake
        .meant()
        .filter(_ -> !mistake.typed().isEmpty())
        .flatMap(meant ->
            replaced(mistake.typed(), meant)
                .or(() -> replaced(bare(mistake.typed()), bare(meant)))
                .filter(text -> fits(text, bare(meant).replaceAll("\\W+$", ""))));
  }

  /** Whether what was typed can be that value; if not, another name was meant. */
  private boolean fits(String text, String name) {
    var invocation = request.invocation().saying(text);
    var again = new Request(invocation, request.command(), request.arguments());
    var wrong = of(again, asker.now(), own).wrong();
    return parameters().stream()
        .filter(one -> one.names().anyMatch(name::equals))
        .noneMatch(one -> wrong.containsKey(one.name()));
  }

  private Optional<String> replaced(String wrong, String right) {
    var found =
        Pattern.compile(wrong, Pattern.LITERAL | Pattern.CASE_INSENSITIVE)
            .matcher(request.invocation().text());
    return found.find()
        ? Optional.of(found.replaceFirst(Matcher.quoteReplacement(right)))
        : Optional.empty();
  }

  /** A name that a value was assigned to is read as an option, and was typed without its dashes. */
  private static String bare(String name) {
    return name.startsWith("--") ? name.substring(2) : name;
  }

  private static Reply offer(Reply reply, String command) {
    return behind(reply, new Block.Buttons(List.of(Block.Button.primary("Yes, do it", command))));
  }

  private static Reply behind(Reply reply, Block block) {
    var blocks = new ArrayList<>(reply.message().blocks());
    blocks.add(block);
    return reply.saying(new Message(reply.message().fallback(), blocks));
  }
}
