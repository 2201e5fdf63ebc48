package dev.muster.commands.incident.action;

import dev.muster.commands.argument.Typed;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentPost;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.incident.IncidentStore;
import dev.muster.commands.incident.IncidentThreads;
import dev.muster.commands.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds the incident that a command means: by its number, or by the thread it is said in. */
final class IncidentTarget {

  private static final int MAX_BUTTONS = 4;

  private final IncidentStore store;
  private final IncidentThreads threads;
  private final OpenOnes open;

  IncidentTarget(IncidentStore store, IncidentThreads threads) {
    this.store = store;
    this.threads = threads;
    this.open = new OpenOnes(store);
  }

  sealed interface Target {
    record Found(Incident incident) implements Target {}

    /** None was meant, or none is called so: the answer shows those that could be meant. */
    record Missing(Reply reply) implements Target {}
  }

  /**
   * Tells the number from the text behind it. In a thread a bare number is text, as in "3 pods
   * restarted", unless it is the thread's own incident; with {@code #} it is always an incident's.
   */
  Errand errand(Invocation invocation, List<String> arguments, String verb) {
    var typed = Typed.behind(invocation, arguments);
    var first = typed.first();
    var number = IncidentId.parse(first);
    var own = threads.incidentAt(invocation.place());
    var isMeant =
        number.isPresent() && (own.isEmpty() || own.equals(number) || first.startsWith("#"));
    return isMeant
        ? new Errand(invocation, verb, Optional.of(first), typed.behindFirst(), false)
        : new Errand(invocation, verb, Optional.empty(), typed, false);
  }

  Target find(Errand errand) {
    return find(errand, store::find);
  }

  /** Locks the incident, so that what the caller decides still holds at the commit. */
  Target lock(Errand errand) {
    return switch (find(errand, store::findForUpdate)) {
      case Target.Found(var incident) when incident.state() instanceof IncidentState.Merged over ->
          new Target.Missing(elsewhere(errand, incident, over.into()));
      case Target found -> found;
    };
  }

  private Target find(Errand errand, Function<IncidentId, Optional<Incident>> read) {
    if (errand.number().isEmpty()) {
      return threads
          .incidentAt(errand.invocation().place())
          .flatMap(read)
          .<Target>map(Target.Found::new)
          .orElseGet(() -> missing(errand, "Which incident?", Reply.Error.INVALID));
    }
    var word = errand.number().get();
    var id = IncidentId.parse(word);
    if (id.isEmpty()) {
      return missing(errand, "\"" + word + "\" is not an incident's number.", Reply.Error.INVALID);
    }
    if (errand.isBare() && !errand.text().isEmpty()) {
      return new Target.Missing(tooMuch(errand, id.get()));
    }
    return read.apply(id.get())
        .<Target>map(Target.Found::new)
        .orElseGet(
            () -> missing(errand, "There is no incident " + id.get() + ".", Reply.Error.NOT_FOUND));
  }

  private Target missing(Errand errand, String problem, Reply.Error error) {
    return new Target.Missing(open.answer(errand, problem, error));
  }

  /** Nothing that was typed is passed over. */
  private static Reply tooMuch(Errand errand, IncidentId first) {
    var text =
        "\"%s\" is too much: /incident %s takes one incident at a time. Nothing was changed."
            .formatted(Words.echo(errand.text().text()), errand.verb());
    var named =
        Stream.concat(
            Stream.of(first),
            errand.text().words().stream().flatMap(word -> IncidentId.parse(word).stream()));
    var buttons =
        named
            .distinct()
            .limit(MAX_BUTTONS)
            .map(id ->
                Block.Button.of(errand.verb() + " " + id, "/incident " + errand.verb() + " " + id))
            .toList();
    return Reply.error(
        Reply.Error.INVALID, Message.of(text, Block.line(text), new Block.Buttons(buttons)));
  }

  private static Reply elsewhere(Errand errand, Incident incident, IncidentId into) {
    var text = incident.id() + " goes on as " + into + ". Nothing was changed.";
    var there = "/incident " + errand.verb() + " " + into + errand.again();
    return Reply.error(
        Reply.Error.INVALID,
        Message.of(
            text,
            Block.line(text),
            new Block.Buttons(
                List.of(
                    Block.Button.primary(errand.verb() + " " + into, there),
                    Block.Button.of(
                        "Show " + incident.id(), IncidentPost.command("show", incident))))));
  }
}
