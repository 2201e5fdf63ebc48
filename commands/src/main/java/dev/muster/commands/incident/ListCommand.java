package dev.muster.commands.incident;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.people.Right;
import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;
import dev.muster.commands.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code /incident list [open|resolved|all] [before NUMBER]}: ten at a time, newest first. */
final class ListCommand implements Command {

  private static final int SHOWN = 10;

  private final IncidentStore store;

  ListCommand(IncidentStore store) {
    this.store = store;
  }

  @Override
  public String name() {
    return "incident list";
  }

  @Override
  public String arguments() {
    return "[open|resolved|all]";
  }

  @Override
  public String summary() {
    return "Lists incidents, the open ones unless you say otherwise";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.of(IncidentActions.VIEW);
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    var which =
        arguments.isEmpty() || arguments.getFirst().equals("before")
            ? "open"
            : arguments.getFirst();
    var rest =
        arguments.isEmpty() || arguments.getFirst().equals("before")
            ? arguments
            : arguments.subList(1, arguments.size());
    var before =
        rest.size() == 2 && rest.getFirst().equals("before")
            ? IncidentId.parse(rest.getLast())
            : Optional.<IncidentId>empty();
    var filter = filter(which);
    if (filter.isEmpty() || (!rest.isEmpty() && before.isEmpty())) {
      return wrong(String.join(" ", arguments));
    }
    var page =
        store.list(
            filter.get(), new PageRequest(SHOWN, before.map(id -> Long.toString(id.value()))));
    return Reply.toAsker(render(page, which, before));
  }

  private static Optional<IncidentFilter> filter(String which) {
    return switch (which) {
      case "open" -> Optional.of(IncidentFilter.OPEN);
      case "all" -> Optional.of(IncidentFilter.ALL);
      default ->
          IncidentStatus.of(which).map(status -> IncidentFilter.ALL.withStatuses(Set.of(status)));
    };
  }

  private static Reply wrong(String typed) {
    return Reply.error(
        Reply.Error.INVALID,
        Message.of(
            "I can't list \"" + typed + "\".",
            Block.line("I can't list \"" + typed + "\"."),
            Block.line(
                Span.text("Write "),
                Span.code("/incident list"),
                Span.text(", with "),
                Span.code("all"),
                Span.text(", "),
                Span.code("resolved"),
                Span.text(", "),
                Span.code("triggered"),
                Span.text(" or "),
                Span.code("acknowledged"),
                Span.text(" behind it."))));
  }

  private static Message render(Page<Incident> page, String which, Optional<IncidentId> before) {
    if (page.items().isEmpty()) {
      return before.isPresent()
          ? Message.of("No more.")
          : Message.of(which.equals("open") ? "No incident is open." : "No incident to list.");
    }
    var blocks = new ArrayList<Block>();
    page.items().forEach(incident -> blocks.add(line(incident)));
    page.nextCursor()
        .ifPresent(cursor ->
            blocks.add(
                new Block.Buttons(
                    List.of(Button.of("Older", "/incident list " + which + " before " + cursor)))));
    var title = Words.count(page.items().size(), "incident") + " (" + which + ")";
    return new Message(title, blocks);
  }

  private static Block line(Incident incident) {
    return Block.line(
        Span.text(IncidentPost.oneLine(incident) + " · "), Span.time(incident.openedAt()));
  }
}
