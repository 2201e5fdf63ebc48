package dev.muster.integrations.slack.inbound;

import dev.muster.commands.asking.AskFilter;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.CommandTable;
import dev.muster.commands.chat.HelpCommand;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Router;
import dev.muster.commands.chat.form.Choices;
import dev.muster.commands.chat.form.Choices.Choice;
import dev.muster.commands.chat.form.Input;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.chat.form.Parameter.Asked;
import dev.muster.commands.chat.form.Parameter.Check;
import dev.muster.commands.chat.form.Parameter.Spot;
import dev.muster.commands.chat.form.Parameter.Wrong;
import dev.muster.commands.chat.late.LateRequests;
import dev.muster.commands.chat.late.WhatBecame;
import dev.muster.commands.chat.once.DoneRequests;
import dev.muster.commands.chat.once.RepeatFilter;
import dev.muster.commands.incident.action.IncidentActions;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Right;
import dev.muster.commands.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A few commands, and what was asked of them. */
final class TestOrders {

  /** What was asked, in order. */
  final BlockingQueue<Invocation> asked = new LinkedBlockingQueue<>();

  /** What is answered to {@code /incident ack}. */
  volatile Function<Invocation, Reply> ack = _ -> Reply.told(Message.of("You have it."));

  /** What happens before {@code /incident declare} is done. */
  volatile Runnable beforeDeclaring = () -> {};

  /** What is owed to people who were told to wait. */
  final OwedInMemory owed = new OwedInMemory();

  private final LateRequests late;

  /** What is answered to {@code /incident note}. */
  volatile Function<Invocation, Reply> note = _ -> Reply.told(Message.of("Noted."));

  private final Map<String, Instant> done = new ConcurrentHashMap<>();
  private final CommandTable table;
  private final Router router;

  TestOrders(Directory directory, InstantSource clock) {
    var commands = new ArrayList<Command>();
    commands.add(new Named("incident ack", List.of(), invocation -> ack.apply(invocation)));
    commands.add(new Named("incident note", List.of(), invocation -> note.apply(invocation)));
    commands.add(
        new Named(
            "incident show", List.of(), _ -> Reply.toAsker(Message.of("It <burns>.", line()))));
    commands.add(new Named("incident declare", declaration(), this::declare));
    commands.add(new Named("incident assign", List.of(person()), this::assign));
    commands.add(
        new Named("incident list", List.of(), _ -> Reply.toAsker(Message.of("#1042 It burns."))));
    commands.add(
        new Named("oncall who", List.of(), _ -> Reply.toAsker(Message.of("DevOps Engineer is."))));
    commands.add(
        new Named(
            "oncall mine", List.of(), _ -> Reply.toAsker(Message.of("You have the next week."))));
    commands.add(new HelpCommand(() -> new CommandTable(commands), directory));
    table = new CommandTable(commands);
    router =
        new Router(
            table,
            List.of(new RepeatFilter(known(), clock), new AskFilter(clock, _ -> Optional.empty())));
    late = new LateRequests(owed, new WhatBecame(new Direct(), known(), owed, clock));
  }

  Orders with(Orders.Posts posts) {
    return new Orders(table, router, new Router(table, List.of()), posts, late);
  }

  /** Everything is done at once. */
  private static final class Direct implements Transactions {
    @Override
    public <T> T inTransaction(Supplier<T> work) {
      return work.get();
    }
  }

  private static Block line() {
    return Block.line("It <!channel> burns.");
  }

  private DoneRequests known() {
    return new DoneRequests() {
      @Override
      public synchronized boolean add(String id, Instant at, Duration apart) {
        var before = done.get(id);
        var isNew = before == null || !before.isAfter(at.minus(apart));
        if (isNew) {
          done.put(id, at);
        }
        return isNew;
      }

      @Override
      public void forget(String id) {
        done.remove(id);
      }
    };
  }

  private static List<Parameter> declaration() {
    Check check =
        (text, _, _) ->
            text.contains("banana")
                ? Optional.of(new Wrong("Bananas are no incident.", Optional.empty()))
                : Optional.empty();
    var title = new Asked("What is wrong", "Checkout is down", new Input.Line(200), check);
    var level =
        new Asked("How bad", "high", new Input.Pick(Choices.of("critical", "high")), Check.NONE);
    var summary = new Asked("Summary", "It burns", new Input.Text(2_000), Check.NONE);
    return List.of(
        Parameter.text("title", title).required(),
        new Parameter(Spot.OPTION, "severity", List.of(), level, true),
        new Parameter(Spot.OPTION, "summary", List.of(), summary, false));
  }

  private static Parameter person() {
    var people =
        IntStream.range(0, 150).mapToObj(i -> new Choice("person-" + i, "Somebody " + i)).toList();
    return Parameter.word(
            "person", new Asked("Who", "devops", new Input.Pick(_ -> people), Check.NONE))
        .required();
  }

  private Reply declare(Invocation invocation) {
    beforeDeclaring.run();
    var text = invocation.text();
    if (!text.contains("severity:")) {
      return Reply.error(Reply.Error.INVALID, Message.of("What is wrong, and how bad is it?"));
    }
    return text.contains("banana")
        ? Reply.error(Reply.Error.INVALID, Message.of("Bananas are no incident."))
        : Reply.told(Message.of("Declared " + text.substring("/incident declare ".length())));
  }

  private Reply assign(Invocation invocation) {
    return invocation.text().contains("person-")
        ? Reply.told(Message.of("Given to somebody."))
        : Reply.error(Reply.Error.INVALID, Message.of("Who?"));
  }

  private final class Named implements Command {

    private final String name;
    private final List<Parameter> parameters;
    private final Function<Invocation, Reply> run;

    private Named(String name, List<Parameter> parameters, Function<Invocation, Reply> run) {
      this.name = name;
      this.parameters = parameters;
      this.run = run;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public List<Parameter> parameters() {
      return parameters;
    }

    @Override
    public boolean takes(List<String> words) {
      return true;
    }

    @Override
    public String summary() {
      return "Does " + name;
    }

    @Override
    public Optional<Right> needs() {
      return name.endsWith("show") ? Optional.empty() : Optional.of(IncidentActions.ACT);
    }

    @Override
    public Reply run(Invocation invocation, List<String> arguments) {
      asked.add(invocation);
      return run.apply(invocation);
    }
  }
}
