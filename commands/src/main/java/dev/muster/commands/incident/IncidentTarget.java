package dev.muster.commands.incident;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.store.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds the incident that a command means: by its number, or by the thread it is said in. */
final class IncidentTarget {

  private static final int SHOWN = 4;

  private final IncidentStore store;
  private final IncidentThreads threads;

  IncidentTarget(IncidentStore store, IncidentThreads threads) {
    this.store = store;
    this.threads = threads;
  }

  sealed interface Target {
    record Found(Incident incident) implements Target {}

    /** None was meant, or none is called so: the answer shows those that could be meant. */
    record Missing(Reply reply) implements Target {}
  }

  Target find(Invocation invocation, List<String> arguments, String verb) {
    return find(invocation, arguments, verb, store::find);
  }

  /** Locks the incident, so that what the caller decides still holds at the commit. */
  Target lock(Invocation invocation, List<String> arguments, String verb) {
    return find(invocation, arguments, verb, store::findForUpdate);
  }

  private Target find(
      Invocation invocation,
      List<String> arguments,
      String verb,
      Function<IncidentId, Optional<Incident>> read) {
    if (arguments.isEmpty()) {
      return threads
          .incidentAt(invocation.place())
          .flatMap(read)
          .<Target>map(Target.Found::new)
          .orElseGet(
              () -> new Target.Missing(whichOne(verb, "Which incident?", Reply.Error.INVALID)));
    }
    var word = arguments.getFirst();
    var id = IncidentId.parse(word);
    if (id.isEmpty()) {
      var text = "\"" + word + "\" is not an incident's number.";
      return new Target.Missing(whichOne(verb, text, Reply.Error.INVALID));
    }
    return id.flatMap(read)
        .<Target>map(Target.Found::new)
        .orElseGet(() ->
            new Target.Missing(
                whichOne(verb, "There is no incident " + id.get() + ".", Reply.Error.NOT_FOUND)));
  }

  private Reply whichOne(String verb, String problem, Reply.Error error) {
    var open = store.list(IncidentFilter.OPEN, PageRequest.first(SHOWN));
    var blocks = new ArrayList<Block>();
    blocks.add(Block.line(problem));
    if (open.items().isEmpty()) {
      blocks.add(
          Block.line(
              Span.text("No incident is open. Past ones: "), Span.code("/incident list all")));
      return Reply.error(error, new Message(problem + " No incident is open.", blocks));
    }
    blocks.add(Block.line("Open now:"));
    open.items().forEach(incident -> blocks.add(Block.line(IncidentPost.oneLine(incident))));
    var buttons =
        open.items().stream()
            .map(incident ->
                Button.of(verb + " " + incident.id(), IncidentPost.command(verb, incident)))
            .toList();
    blocks.add(new Block.Buttons(buttons));
    var example = IncidentPost.command(verb, open.items().getFirst());
    blocks.add(Block.line(Span.text("or write "), Span.code(example)));
    if (open.nextCursor().isPresent()) {
      blocks.add(Block.line(Span.text("All of them: "), Span.code("/incident list")));
    }
    return Reply.error(
        error,
        new Message(
            problem
                + " "
                + open.items().stream()
                    .map(IncidentPost::oneLine)
                    .reduce((a, b) -> a + "; " + b)
                    .orElse(""),
            blocks));
  }
}
