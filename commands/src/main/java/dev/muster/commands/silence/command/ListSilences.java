package dev.muster.commands.silence.command;

import dev.muster.commands.argument.Asker;
import dev.muster.commands.argument.Mistake;
import dev.muster.commands.argument.Option;
import dev.muster.commands.argument.Options;
import dev.muster.commands.argument.Options.Sorted;
import dev.muster.commands.argument.Readers;
import dev.muster.commands.argument.Typed;
import dev.muster.commands.argument.Value;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.chat.form.Choices;
import dev.muster.commands.chat.form.Input;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.chat.form.Parameter.Asked;
import dev.muster.commands.people.Right;
import dev.muster.commands.silence.Silence;
import dev.muster.commands.silence.SilenceId;
import dev.muster.commands.silence.SilenceStore;
import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;
import dev.muster.commands.text.Words;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /alert silences}: what is kept quiet, or was. */
final class ListSilences implements Command {

  private static final int SHOWN = 10;
  private static final String PAST = "past";
  private static final List<String> WHICH = List.of("active", PAST);
  private static final Parameter WHICH_ONES =
      Parameter.text(
          "which",
          new Asked(
              "Which", PAST, new Input.Pick(Choices.of(WHICH)), Readers.oneOf(WHICH).check()));

  private static final Options<Long> OPTIONS =
      new Options<>(
          List.of(
              new Option<>("page", List.of(), "2", new Input.Number(), Readers.number(1_000)),
              new Option<>(
                  "before", List.of(), "42", new Input.Number(), Readers.number(Long.MAX_VALUE))),
          true);

  private final SilenceStore silences;
  private final InstantSource clock;

  ListSilences(SilenceStore silences, InstantSource clock) {
    this.silences = silences;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "alert silences";
  }

  @Override
  public String arguments() {
    return "[active|past]";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(WHICH_ONES);
  }

  @Override
  public String summary() {
    return "Lists silences: of what, until when, by whom and why";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.of(SilenceCommands.VIEW);
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    var asker = new Asker(invocation.actor(), clock.instant());
    return switch (OPTIONS.read(Typed.behind(invocation, arguments), asker)) {
      case Sorted.Wrong<Long>(var mistake) -> mistake.reply(this, PAST);
      case Sorted.Right<Long>(var text, var values) ->
          switch (Readers.oneOf(WHICH).read(text.isEmpty() ? WHICH.getFirst() : text, asker)) {
            case Value.Bad<String>(var problem, var meant) ->
                Mistake.of("I can't list that: " + problem, meant).reply(this, PAST);
            case Value.Good<String>(var word) ->
                Reply.toAsker(word.equals(PAST) ? past(values) : active(values));
          };
    };
  }

  private Message active(Map<String, Long> values) {
    var all = silences.active();
    if (all.isEmpty()) {
      return none("Nothing is silenced.");
    }
    var page = Math.toIntExact(Math.max(1, values.getOrDefault("page", 1L)));
    var shown = all.stream().skip((page - 1L) * SHOWN).limit(SHOWN).toList();
    var heading = Words.count(all.size(), "silence");
    var order = all.size() > 1 ? ", the one that ends first before the others" : "";
    var blocks = lines(heading + order, shown, silences.held());
    var left = all.size() - (long) page * SHOWN;
    if (left > 0) {
      var more = SilenceWords.LIST + " page:" + (page + 1);
      blocks.add(Block.line(Span.text(left + " more: "), Span.code(more)));
      var label = Math.min(left, SHOWN) + " more";
      blocks.add(new Block.Buttons(List.of(Button.of(label, more))));
    }
    return new Message(heading, blocks);
  }

  private Message past(Map<String, Long> values) {
    var before = Optional.ofNullable(values.get("before")).map(id -> Long.toString(id));
    Page<Silence> page = silences.past(new PageRequest(SHOWN, before));
    if (page.items().isEmpty()) {
      return before.isPresent() ? Message.of("No more.") : none("No silence has ended yet.");
    }
    var heading = "Silences that have ended, the newest first";
    var blocks = lines(heading, page.items(), Map.of());
    page.nextCursor()
        .map(cursor -> SilenceWords.LIST + " past before:" + cursor)
        .ifPresent(older -> blocks.add(new Block.Buttons(List.of(Button.of("Older", older)))));
    return new Message(heading, blocks);
  }

  private List<Block> lines(String heading, List<Silence> shown, Map<SilenceId, Long> held) {
    var blocks = new ArrayList<Block>();
    blocks.add(Block.line(Span.strong(heading)));
    for (var silence : shown) {
      var count = held.getOrDefault(silence.id(), 0L);
      blocks.addAll(SilenceLines.of(silence, count));
    }
    return blocks;
  }

  private static Message none(String text) {
    var example = "/alert silence service=db 2h Disk is being swapped";
    return Message.of(
        text, Block.line(text), Block.line(Span.text("To silence alerts: "), Span.code(example)));
  }
}
