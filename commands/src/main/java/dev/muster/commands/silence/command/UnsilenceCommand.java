package dev.muster.commands.silence.command;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.chat.form.Choices.Choice;
import dev.muster.commands.chat.form.Input;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.chat.form.Parameter.Asked;
import dev.muster.commands.chat.form.Parameter.Check;
import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.Change;
import dev.muster.commands.people.Right;
import dev.muster.commands.silence.Silence;
import dev.muster.commands.silence.SilenceId;
import dev.muster.commands.silence.SilenceStore;
import dev.muster.commands.text.Words;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** {@code /alert unsilence}: a silence is over, and what it kept quiet opens its incidents. */
final class UnsilenceCommand implements Command {

  private static final String CONFIRM = "confirm";
  private static final int CHOICES = 25;

  private final SilenceStore silences;
  private final InstantSource clock;

  UnsilenceCommand(SilenceStore silences, InstantSource clock) {
    this.silences = silences;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "alert unsilence";
  }

  @Override
  public List<String> aliases() {
    return List.of("unmute");
  }

  @Override
  public String arguments() {
    return "<silence>";
  }

  @Override
  public List<Parameter> parameters() {
    var active = new Input.Pick(_ -> choices());
    return List.of(
        Parameter.word("silence", new Asked("Which silence", "3", active, Check.NONE)).required());
  }

  private List<Choice> choices() {
    return silences.active().stream()
        .limit(CHOICES)
        .map(one ->
            new Choice(
                Long.toString(one.id().value()),
                one.matchers() + " · " + one.begun().by().name() + ": " + one.reason()))
        .toList();
  }

  @Override
  public String summary() {
    return "Ends a silence: what it kept quiet and still fires opens its incidents";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.of(SilenceCommands.ACT);
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    var isConfirmed = arguments.size() == 2 && arguments.getLast().equalsIgnoreCase(CONFIRM);
    if (arguments.size() != 1 && !isConfirmed) {
      return mistake(Reply.Error.INVALID, "Which silence?");
    }
    var id = SilenceId.parse(arguments.getFirst());
    if (id.isEmpty()) {
      var typed = Words.echo(arguments.getFirst());
      return mistake(Reply.Error.INVALID, "\"" + typed + "\" is no silence's number.");
    }
    silences.lock();
    return silences
        .find(id.get())
        .map(silence -> unsilence(invocation, silence, isConfirmed))
        .orElseGet(() -> mistake(Reply.Error.NOT_FOUND, "There is no " + id.get() + "."));
  }

  private Reply unsilence(Invocation invocation, Silence silence, boolean isConfirmed) {
    if (silence.ended().isPresent()) {
      return Reply.toAsker(over(silence, silence.ended().get()));
    }
    var held = silences.held().getOrDefault(silence.id(), 0L);
    if (held > 0 && !isConfirmed) {
      return ask(silence, held);
    }
    silences.end(silence.endedBy(new Change(clock.instant(), Actor.of(invocation.actor()))));
    var text = SilenceWords.name(silence.id()) + " is over. " + comes(held);
    return Reply.told(
        Message.of(
            text,
            Block.line(
                Span.strong(SilenceWords.name(silence.id())),
                Span.text(" is over. " + comes(held))),
            SilenceWords.why(silence, "")));
  }

  private static String comes(long held) {
    return held == 0
        ? "It kept nothing quiet that fires now."
        : Words.count(held, "alert")
            + " that it kept quiet and that "
            + SilenceWords.fire(held)
            + (held == 1 ? " opens its incident now." : " open their incidents now.");
  }

  private static Reply ask(Silence silence, long held) {
    var id = silence.id();
    var text =
        "%s of %s %s (%s). When it ends, what still fires opens its incident at once, unless another"
                .formatted(
                    SilenceWords.name(id),
                    silence.begun().by().name(),
                    SilenceWords.keeps(held),
                    silence.reason())
            + " silence keeps it quiet too. Nothing was done yet.";
    return Reply.unconfirmed(text, "End " + id, SilenceWords.unsilence(id) + " " + CONFIRM);
  }

  private static Message over(Silence silence, Change ended) {
    var who = SilenceWords.name(silence.id()) + " was ended by " + ended.by().name();
    return Message.of(
        who + ". Nothing was changed.",
        Block.line(
            Span.text(who + " "), Span.time(ended.at()), Span.text(". Nothing was changed.")));
  }

  private static Reply mistake(Reply.Error error, String problem) {
    return Reply.error(
        error,
        Message.of(
            problem + " " + SilenceWords.LIST,
            Block.line(problem),
            Block.line(Span.text("They are listed by "), Span.code(SilenceWords.LIST)),
            new Block.Buttons(List.of(Button.primary("Silences", SilenceWords.LIST)))));
  }
}
