package dev.muster.commands.oncall.command;

import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.oncall.Schedule;
import dev.muster.commands.people.Right;
import java.util.List;
import java.util.Optional;

/** {@code /oncall who [schedule] [at TIME]}: who is called when something breaks. */
final class WhoCommand implements Command {

  private static final String USAGE = "/oncall who";

  private final Desk desk;

  WhoCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public String name() {
    return "oncall who";
  }

  @Override
  public String arguments() {
    return "[schedule] [at time]";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(desk.schedule());
  }

  @Override
  public String summary() {
    return "Says who is on call, now or at a time, and who is next";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.of(Desk.VIEW);
  }

  @Override
  public Reply run(Invocation invocation, List<String> words) {
    if (words.isEmpty() || !isName(invocation, words)) {
      return answer(invocation, desk.schedules().all(), words, USAGE);
    }
    var name = words.getFirst();
    return desk.schedules()
        .find(name)
        .map(schedule -> {
          var rest = words.subList(1, words.size());
          return answer(invocation, List.of(schedule), rest, USAGE + " " + name);
        })
        .orElseGet(() -> Mistakes.unknownSchedule(name, desk.schedules(), USAGE));
  }

  /** Whether the first word is a schedule's name, or was meant to be one. */
  private boolean isName(Invocation invocation, List<String> words) {
    var first = words.getFirst();
    return desk.schedules().find(first).isPresent()
        || (!isAt(first) && desk.times(invocation).parse(String.join(" ", words)).isEmpty());
  }

  private Reply answer(
      Invocation invocation, List<Schedule> asked, List<String> rest, String usage) {
    var words = !rest.isEmpty() && isAt(rest.getFirst()) ? rest.subList(1, rest.size()) : rest;
    var times = desk.times(invocation);
    var at = rest.isEmpty() ? Optional.of(times.now()) : times.parse(String.join(" ", words));
    if (at.isEmpty()) {
      return Mistakes.unreadableTime(String.join(" ", words), usage + " at ");
    }
    return Reply.toAsker(message(invocation, asked, new Asked(at.get(), times.now())));
  }

  private Message message(Invocation invocation, List<Schedule> schedules, Asked asked) {
    return switch (schedules.size()) {
      case 0 -> Mistakes.noSchedule();
      case 1 -> {
        var schedule = schedules.getFirst();
        var words = desk.words(invocation, schedule);
        yield new DutyMessage(desk.onCall(), schedule, words, asked).render();
      }
      default -> new DutyOverview(desk, invocation, asked).render(schedules);
    };
  }

  private static boolean isAt(String word) {
    return word.equalsIgnoreCase("at") || word.equalsIgnoreCase("on");
  }
}
