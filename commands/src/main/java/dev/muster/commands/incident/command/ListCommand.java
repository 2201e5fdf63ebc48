package dev.muster.commands.incident.command;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentFilter;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentPost;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.incident.IncidentStatus;
import dev.muster.commands.incident.IncidentStore;
import dev.muster.commands.incident.action.IncidentActions;
import dev.muster.commands.people.Right;
import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;
import dev.muster.commands.text.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code /incident list [WHICH] [before NUMBER]}: ten at a time, newest first. */
final class ListCommand implements Command {

  private static final int SHOWN = 10;

  /** What can be asked for: the one source of the help, of the answers, and of mistakes. */
  private static final Map<String, IncidentFilter> LISTS = lists();

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
    return "[" + String.join("|", LISTS.keySet()) + "]";
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
    var isNamed = !arguments.isEmpty() && !arguments.getFirst().equals("before");
    var which = isNamed ? arguments.getFirst().toLowerCase(Locale.ROOT) : "open";
    var rest = isNamed ? arguments.subList(1, arguments.size()) : arguments;
    var before =
        rest.size() == 2 && rest.getFirst().equals("before")
            ? IncidentId.parse(rest.getLast())
            : Optional.<IncidentId>empty();
    var filter = LISTS.get(which);
    if (filter == null || (!rest.isEmpty() && before.isEmpty())) {
      return wrong(String.join(" ", arguments));
    }
    var page =
        store.list(filter, new PageRequest(SHOWN, before.map(id -> Long.toString(id.value()))));
    return Reply.toAsker(render(page, which, before));
  }

  private static Map<String, IncidentFilter> lists() {
    var lists = new LinkedHashMap<String, IncidentFilter>();
    lists.put("open", IncidentFilter.OPEN);
    for (var status : IncidentStatus.values()) {
      lists.put(status.word(), IncidentFilter.ALL.withStatuses(Set.of(status)));
    }
    lists.put("all", IncidentFilter.ALL);
    return Collections.unmodifiableMap(lists);
  }

  private static Reply wrong(String typed) {
    var hint = new ArrayList<Span>();
    hint.add(Span.text("Write "));
    hint.add(Span.code("/incident list"));
    hint.add(Span.text(" and one of"));
    for (var word : LISTS.keySet()) {
      hint.add(Span.text(" "));
      hint.add(Span.code(word));
    }
    hint.add(Span.text(" behind it."));
    var problem = "I can't list \"" + typed + "\".";
    return Reply.error(
        Reply.Error.INVALID, Message.of(problem, Block.line(problem), new Block.Line(hint)));
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
        Span.text(IncidentPost.oneLine(incident) + " · "), Span.time(latest(incident)));
  }

  /** Of what is over one wants to know when it was over. */
  private static Instant latest(Incident incident) {
    return incident.state() instanceof IncidentState.Over over
        ? over.change().at()
        : incident.openedAt();
  }
}
