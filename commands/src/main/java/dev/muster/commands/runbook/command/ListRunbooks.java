package dev.muster.commands.runbook.command;

import dev.muster.commands.argument.Asker;
import dev.muster.commands.argument.Option;
import dev.muster.commands.argument.Options;
import dev.muster.commands.argument.Options.Sorted;
import dev.muster.commands.argument.Readers;
import dev.muster.commands.argument.Typed;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.chat.form.Choices;
import dev.muster.commands.chat.form.Input;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.Right;
import dev.muster.commands.runbook.Access;
import dev.muster.commands.runbook.Desk;
import dev.muster.commands.runbook.Library;
import dev.muster.commands.runbook.RunbookCommand;
import dev.muster.commands.runbook.card.RunLine;
import dev.muster.commands.runbook.card.Says;
import dev.muster.commands.text.Words;
import dev.muster.runbooks.language.Runbook;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /runbook list}: what runs now, what the asker may run, then all else. */
final class ListRunbooks implements RunbookCommand {

  private static final int SHOWN = 10;
  private static final int RUNNING = 5;
  private static final int NAMED = 5;

  private final Desk desk;

  ListRunbooks(Desk desk) {
    this.desk = desk;
  }

  @Override
  public String name() {
    return "runbook list";
  }

  @Override
  public List<String> aliases() {
    return List.of("ls");
  }

  @Override
  public String arguments() {
    return "[tag:database] [page:2]";
  }

  @Override
  public List<Parameter> parameters() {
    return options().parameters("tag").toList();
  }

  @Override
  public String summary() {
    return "Lists what runs now and the runbooks, first those that you may run";
  }

  @Override
  public Right right() {
    return Access.VIEW;
  }

  private Options<String> options() {
    var tags = tags();
    var page = Readers.number(10_000).map(String::valueOf);
    return new Options<>(
        List.of(
            new Option<>(
                "tag",
                List.of("tags"),
                "database",
                new Input.Pick(Choices.of(tags)),
                Readers.text(60)),
            new Option<>("page", List.of(), "2", new Input.Number(), page)),
        false);
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    var asker = new Asker(invocation.actor(), desk.now());
    var typed = Typed.behind(invocation, arguments);
    return switch (options().read(typed, asker)) {
      case Sorted.Wrong<String>(var mistake) -> mistake.reply(this, "tag:database");
      case Sorted.Right<String>(var text, var values) when text.isEmpty() ->
          Reply.toAsker(list(asker, values));
      case Sorted.Right<String> _ -> SearchRunbooks.instead(typed.text());
    };
  }

  private Message list(Asker asker, Map<String, String> values) {
    var page = Math.max(1, Integer.parseInt(values.getOrDefault("page", "1")));
    var tag = values.getOrDefault("tag", "").toLowerCase(Locale.ROOT);
    var all = sorted(asker.person(), tag);
    var pages = Math.max(1, (all.size() + SHOWN - 1) / SHOWN);
    if (page > pages || (all.isEmpty() && !tag.isEmpty())) {
      return nothing(tag, pages);
    }
    var heading = Words.count(all.size(), "runbook") + (tag.isEmpty() ? "" : " about " + tag);
    var blocks = new ArrayList<Block>();
    if (page == 1 && tag.isEmpty()) {
      blocks.addAll(running(asker));
    }
    blocks.add(Block.line(Span.strong(all.isEmpty() ? "There are no runbooks here yet" : heading)));
    all.stream().skip((page - 1L) * SHOWN).limit(SHOWN).forEach(blocks::add);
    var left = all.size() - page * SHOWN;
    if (left > 0) {
      var more = "/runbook list" + (tag.isEmpty() ? "" : " tag:" + tag) + " page:" + (page + 1);
      blocks.add(Block.line(Span.text(left + " more: "), Span.code(more)));
      blocks.add(new Block.Buttons(List.of(Button.of(Math.min(left, SHOWN) + " more", more))));
    }
    if (tag.isEmpty()) {
      lacking(desk.library().get()).ifPresent(blocks::add);
    }
    return new Message(heading, blocks);
  }

  /** Those of the library that are not set up: nobody is to think that they do not exist. */
  private static Optional<Block> lacking(Library library) {
    var names = List.copyOf(library.lacking().keySet());
    if (names.isEmpty()) {
      return Optional.empty();
    }
    var some = String.join(", ", names.stream().limit(NAMED).toList());
    var others = names.size() > NAMED ? " and others" : "";
    var words =
        "%d more %s settings first: %s%s. What is missing: "
            .formatted(names.size(), names.size() == 1 ? "needs" : "need", some, others);
    return Optional.of(
        Block.line(Span.text(words), Span.code("/runbook show " + names.getFirst())));
  }

  /** What there is instead. */
  private Message nothing(String tag, int pages) {
    var tags = tags();
    var isTag = tag.isEmpty() || tags.contains(tag);
    var last =
        "/runbook list"
            + (tag.isEmpty() ? "" : " tag:" + tag)
            + (pages > 1 ? " page:" + pages : "");
    var words =
        isTag
            ? "The list ends before that. The last page: "
            : "No runbook has the tag %s. There are %s. All: "
                .formatted(Words.echo(tag), tags.isEmpty() ? "none" : String.join(", ", tags));
    var typed = isTag ? last : "/runbook list";
    return Message.of(
        words + typed,
        Block.line(Span.text(words), Span.code(typed)),
        new Block.Buttons(List.of(Button.primary(isTag ? "Last page" : "All runbooks", typed))));
  }

  private List<String> tags() {
    return desk.library().get().runbooks().stream()
        .flatMap(runbook -> runbook.about().tags().stream())
        .distinct()
        .sorted()
        .toList();
  }

  private List<Block> running(Asker asker) {
    var live = desk.board().live(RUNNING);
    var blocks = new ArrayList<Block>();
    if (!live.isEmpty()) {
      blocks.add(Block.line(Span.strong("Running now")));
      live.forEach(run -> blocks.add(RunLine.of(run, asker.now())));
      var more = desk.board().countLive() - live.size();
      if (more > 0) {
        blocks.add(Block.line(Span.text(more + " more: "), Span.code("/runbook status all")));
      }
    }
    return blocks;
  }

  /** Those that the asker may run first, each by its name. */
  private List<Block> sorted(Person asker, String tag) {
    var access = desk.access();
    var mine = new ArrayList<Block>();
    var others = new ArrayList<Block>();
    for (var definition : desk.library().get().byName().values()) {
      var runbook = definition.runbook();
      if (tag.isEmpty() || runbook.about().tags().contains(tag)) {
        var plan = desk.plan(definition, Map.of(), asker);
        var effect = plan.effect();
        access
            .againstRunning(asker, runbook, effect)
            .ifPresentOrElse(
                why -> others.add(row(runbook, " · not yours: " + why.needs())),
                () -> mine.add(row(runbook, effect.readsOnly() ? " · " + Says.effect(plan) : "")));
      }
    }
    return Stream.concat(mine.stream(), others.stream()).toList();
  }

  static Block.Row row(Runbook runbook, String more) {
    var name = runbook.name();
    return new Block.Row(
        List.of(Span.strong(name), Span.text(" · " + runbook.about().title() + more)),
        Button.of(name, "/runbook show " + name));
  }
}
