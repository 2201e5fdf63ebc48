package dev.muster.commands.oncall.command;

import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.oncall.Schedule;
import dev.muster.commands.people.Right;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code /oncall schedule NAME [from] [to]}: who is on call when, and when nobody is. */
final class ScheduleCommand implements Command {

  private static final String USAGE = "/oncall schedule";
  private static final Duration LONGEST = Duration.ofDays(400);

  private final Desk desk;

  ScheduleCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public String name() {
    return "oncall schedule";
  }

  @Override
  public List<String> aliases() {
    return List.of("shifts");
  }

  @Override
  public String arguments() {
    return "<schedule> [from] [to]";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(desk.schedule().required());
  }

  @Override
  public String summary() {
    return "Lists the shifts of a schedule, of the coming four weeks unless you say otherwise";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.of(Desk.VIEW);
  }

  @Override
  public Reply run(Invocation invocation, List<String> words) {
    var all = desk.schedules().all();
    if (words.isEmpty()) {
      return all.size() == 1
          ? answer(invocation, all.getFirst(), List.of())
          : Mistakes.whichSchedule(desk.schedules(), USAGE);
    }
    return desk.schedules()
        .find(words.getFirst())
        .map(schedule -> answer(invocation, schedule, words.subList(1, words.size())))
        .orElseGet(() -> Mistakes.unknownSchedule(words.getFirst(), desk.schedules(), USAGE));
  }

  private Reply answer(Invocation invocation, Schedule schedule, List<String> words) {
    var usage = USAGE + " " + schedule.name() + " ";
    var period = new AskedPeriod(desk.times(invocation)).parse(words);
    if (period.isEmpty()) {
      return Mistakes.unreadableTime(String.join(" ", words), usage);
    }
    var from = period.get().from();
    var to = period.get().to();
    var example = usage + "from tomorrow to in 2 weeks";
    if (!from.isBefore(to)) {
      return Mistakes.unusablePeriod("That ends before it begins.", example);
    }
    if (Duration.between(from, to).compareTo(LONGEST) > 0) {
      var why = "That is too long: at most " + LONGEST.toDays() + " days at once.";
      return Mistakes.unusablePeriod(why, example);
    }
    var stretches = desk.onCall().stretches(schedule, from, to);
    var message = new ShiftsMessage(schedule, desk.words(invocation, schedule), from, to);
    return Reply.toAsker(message.render(stretches));
  }
}
