package dev.muster.commands.runbook.command;

import dev.muster.commands.argument.Mistake;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.people.Right;
import dev.muster.commands.runbook.Access;
import dev.muster.commands.runbook.Denials;
import dev.muster.commands.runbook.Desk;
import dev.muster.commands.runbook.RunbookCommand;
import dev.muster.commands.runbook.trigger.ClockStore;
import dev.muster.commands.runbook.trigger.ClockStore.Standing;
import dev.muster.commands.runbook.trigger.Clocked;
import dev.muster.commands.runbook.typing.Slips;
import dev.muster.runbooks.language.Definition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /runbook schedule}: what the clock starts and when, and has it rest. */
final class ListSchedules implements RunbookCommand {

  private static final String PAUSE = "pause";
  private static final String RESUME = "resume";

  private final Desk desk;
  private final ClockStore clocks;

  ListSchedules(Desk desk, ClockStore clocks) {
    this.desk = desk;
    this.clocks = clocks;
  }

  @Override
  public String name() {
    return "runbook schedule";
  }

  @Override
  public List<String> aliases() {
    return List.of("schedules", "cron");
  }

  @Override
  public String arguments() {
    return "[pause|resume <runbook>]";
  }

  @Override
  public String summary() {
    return "Lists the runbooks that the clock starts, and when; has one rest, or go on";
  }

  @Override
  public Right right() {
    return Access.VIEW;
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    if (arguments.isEmpty()) {
      return list();
    }
    var verb = arguments.getFirst();
    if (arguments.size() != 2 || !List.of(PAUSE, RESUME).contains(verb)) {
      return Mistake.of("Say what is to rest or to go on.").reply(this, "pause " + example());
    }
    var name = arguments.getLast();
    return desk.library()
        .get()
        .find(name)
        .map(found -> change(invocation, found, verb.equals(PAUSE)))
        .orElseGet(
            () -> Slips.unknown(desk.library().get(), name).reply(this, verb + " " + example()));
  }

  private String example() {
    return schedules().stream().findFirst().map(one -> one.runbook().name()).orElse("<runbook>");
  }

  private List<Clocked> schedules() {
    return Clocked.of(desk.library().get().runbooks());
  }

  private Reply change(Invocation invocation, Definition found, boolean rests) {
    var runbook = found.runbook();
    var effect = desk.plan(found, Map.of(), invocation.actor()).effect();
    var lacking =
        Denials.lacking(invocation, person -> desk.access().againstActing(person, runbook, effect));
    if (lacking.isPresent()) {
      var what = "You can't say when the clock starts %s.".formatted(runbook.name());
      return Denials.denied(what, lacking.get(), List.of());
    }
    if (runbook.triggers().times().isEmpty()) {
      return Reply.toAsker(Message.of("The clock does not start " + runbook.name() + "."));
    }
    return rests ? pause(invocation, runbook.name()) : resume(runbook.name());
  }

  private Reply pause(Invocation invocation, String name) {
    var changed = clocks.pause(name, Desk.who(invocation.actor()), desk.now());
    var words =
        changed > 0
            ? "The clock does not start %s until somebody lets it go on; what comes due meanwhile is left out."
                .formatted(name)
            : "%s rests already, or is not known to the clock yet.".formatted(name);
    return told(words, Button.of("Resume", "/runbook schedule resume " + name));
  }

  private Reply resume(String name) {
    var words =
        clocks.resume(name) > 0
            ? "The clock starts %s again.".formatted(name)
            : "%s did not rest.".formatted(name);
    return told(words, Button.of("Schedule", "/runbook schedule"));
  }

  private static Reply told(String words, Button button) {
    var message = Message.of(words, Block.line(words), new Block.Buttons(List.of(button)));
    return Reply.told(message);
  }

  private Reply list() {
    var blocks = new ArrayList<Block>();
    var known = new HashMap<ClockStore.Key, Standing>();
    clocks.all().forEach(standing -> known.put(standing.key(), standing));
    for (var one : schedules()) {
      blocks.add(row(one, Optional.ofNullable(known.get(one.key()))));
    }
    if (blocks.isEmpty()) {
      return Reply.toAsker(Message.of("The clock starts no runbook."));
    }
    var heading = "Started by the clock";
    blocks.addFirst(Block.line(Span.strong(heading)));
    return Reply.toAsker(new Message(heading, blocks));
  }

  private Block.Row row(Clocked one, Optional<Standing> standing) {
    var runbook = one.runbook();
    var spans = new ArrayList<Span>();
    spans.add(Span.strong(runbook.name()));
    spans.add(Span.text(" · " + runbook.about().title() + " · "));
    spans.addAll(when(one, standing));
    var until = one.time().until().map(day -> " until " + day).orElse("");
    spans.add(Span.text(" · %s %s%s".formatted(one.time().cron(), one.time().zone(), until)));
    standing.flatMap(Standing::last).ifPresent(at -> spans.addAll(last(standing.get(), at)));
    return new Block.Row(spans, Button.of(runbook.name(), "/runbook show " + runbook.name()));
  }

  private List<Span> when(Clocked one, Optional<Standing> standing) {
    var pause = standing.flatMap(Standing::pause);
    if (pause.isPresent()) {
      return List.of(
          Span.strong("rests"),
          Span.text(", by " + pause.get().by().name() + " since "),
          Span.time(pause.get().at()));
    }
    var next = standing.map(Standing::next).orElseGet(() -> one.after(desk.now()));
    return next.map(at -> next(one, at)).orElseGet(() -> List.of(Span.strong("ended")));
  }

  private static List<Span> next(Clocked one, Instant at) {
    var spans = new ArrayList<Span>(List.of(Span.text("next "), Span.time(at)));
    one.after(at).ifPresent(then -> spans.addAll(List.of(Span.text(", then "), Span.time(then))));
    return spans;
  }

  private static List<Span> last(Standing standing, Instant at) {
    var run = standing.lastRun().map(id -> " as run " + id).orElse(", which could not start");
    return List.of(Span.text(" · last "), Span.time(at), Span.text(run));
  }
}
