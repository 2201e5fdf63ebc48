package dev.muster.commands.silence.command;

import dev.muster.commands.argument.Asker;
import dev.muster.commands.argument.Clock;
import dev.muster.commands.argument.Typed;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.form.Input;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.chat.form.Parameter.Asked;
import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.Change;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.Right;
import dev.muster.commands.silence.Silence;
import dev.muster.commands.silence.SilenceStore;
import dev.muster.commands.silence.command.SilencedIncidents.Found;
import dev.muster.commands.text.Words;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /alert silence}: alerts like these open no incident for a while. */
final class SilenceCommand implements Command {

  private static final String EXAMPLE = "service=db alertname=disk_full 2h Disk is being swapped";
  private static final int SNOOZES = 2;

  private final SilenceStore silences;
  private final SilencedIncidents incidents;
  private final InstantSource clock;

  SilenceCommand(SilenceStore silences, SilencedIncidents incidents, InstantSource clock) {
    this.silences = silences;
    this.incidents = incidents;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "alert silence";
  }

  @Override
  public List<String> aliases() {
    return List.of("mute");
  }

  @Override
  public String arguments() {
    return "label=value … [for:2h|until:14:00] reason:…";
  }

  @Override
  public List<Parameter> parameters() {
    var which =
        new Asked(
            "Which alerts",
            "service=db alertname=~\"disk.*\"",
            new Input.Line(SilenceRequest.MATCHERS),
            SilenceRequest.WHICH.check());
    return List.of(
        Parameter.text("alerts", which).required(),
        SilenceRequest.END.parameter("For how long, or until when"),
        SilenceRequest.WHY.parameter("Why").required());
  }

  @Override
  public String spelled(String typed, Person asker, Instant now) {
    return SilenceRequest.spelled(new Typed(typed), new Asker(asker, now));
  }

  @Override
  public String summary() {
    return "Lets alerts like these open no incident and tell nobody for a while, 2 h unless you say"
        + " otherwise; they stay listed";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.of(SilenceCommands.ACT);
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    var asker = new Asker(invocation.actor(), clock.instant());
    return switch (SilenceRequest.of(Typed.behind(invocation, arguments), asker)) {
      case SilenceRequest.Read.Wrong(var mistake) -> mistake.reply(this, EXAMPLE);
      case SilenceRequest.Read.Right(var request) -> silence(invocation, request, asker);
    };
  }

  /** Under the lock: the same twice, said by two people or clicked twice, is one silence. */
  private Reply silence(Invocation invocation, SilenceRequest request, Asker asker) {
    silences.lock();
    var active = silences.active();
    var same =
        active.stream()
            .filter(one -> one.matchers().text().equals(request.matchers().text()))
            .findFirst();
    if (same.isPresent() && same.get().isActive(asker.now())) {
      return request.endsAt().isAfter(same.get().endsAt())
          ? prolong(invocation, same.get(), request, asker)
          : Reply.toAsker(there(same.get(), asker));
    }
    same.ifPresent(over -> silences.end(over.endedBy(new Change(asker.now(), new Actor.Muster()))));
    if (active.size() >= SilenceStore.MOST) {
      return full(active.size());
    }
    var change = new Change(asker.now(), Actor.of(invocation.actor()));
    var begun = silences.begin(request.matchers(), request.reason(), change, request.endsAt());
    return Reply.told(answer(begun, incidents.tell(invocation, begun), "", asker));
  }

  private Reply prolong(Invocation invocation, Silence same, SilenceRequest request, Asker asker) {
    var longer = same.until(request.endsAt());
    silences.prolong(longer);
    var found = incidents.tell(invocation, longer);
    return Reply.told(
        answer(longer, found, " It was there already and goes on longer now.", asker));
  }

  private static Message there(Silence silence, Asker asker) {
    var text =
        "%s of %s is the same, until %s. Nothing was changed."
            .formatted(
                silence.begun().by().name(), silence.id(), Clock.say(silence.endsAt(), asker));
    return new Message(
        text,
        List.of(
            Block.line("That is silenced already. Nothing was changed."),
            SilenceWords.what(silence),
            SilenceWords.why(silence, ""),
            new Block.Buttons(List.of(Button.of("End it", SilenceWords.unsilence(silence.id()))))));
  }

  private static Reply full(int active) {
    var text =
        active
            + " silences are more than anybody keeps in mind. End some first: "
            + SilenceWords.LIST;
    return Reply.error(
        Reply.Error.INVALID,
        Message.of(
            text,
            Block.line(text),
            new Block.Buttons(List.of(Button.primary("Silences", SilenceWords.LIST)))));
  }

  private static Message answer(Silence silence, Found found, String more, Asker asker) {
    var blocks = new ArrayList<Block>();
    blocks.add(SilenceWords.what(silence));
    blocks.add(SilenceWords.why(silence, "." + more));
    blocks.add(Block.line(found(found)));
    var buttons = new ArrayList<Button>();
    found.open().stream()
        .limit(SNOOZES)
        .map(id -> Button.of("Snooze " + id, "/incident snooze " + id))
        .forEach(buttons::add);
    buttons.add(Button.of("End it", SilenceWords.unsilence(silence.id())));
    buttons.add(Button.of("All silences", SilenceWords.LIST));
    blocks.add(new Block.Buttons(buttons));
    var fallback =
        "%s: %s until %s"
            .formatted(
                SilenceWords.name(silence.id()),
                silence.matchers(),
                Clock.say(silence.endsAt(), asker));
    return new Message(fallback, blocks);
  }

  private static String found(Found found) {
    if (found.firing() == 0) {
      return "Nothing that fires now is like that. What comes is listed and opens no incident.";
    }
    var fires =
        Words.count(found.firing(), "alert") + " like that " + SilenceWords.fire(found.firing());
    if (found.open().isEmpty()) {
      return fires + " now, and none of them is in an open incident.";
    }
    var ids = String.join(", ", found.open().stream().limit(10).map(Object::toString).toList());
    var stay =
        found.open().size() == 1
            ? " stays open with what is in it: snooze or resolve it."
            : " stay open with what is in them: snooze or resolve them.";
    return fires + " now. " + ids + stay;
  }
}
