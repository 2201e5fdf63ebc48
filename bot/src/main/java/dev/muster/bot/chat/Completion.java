package dev.muster.bot.chat;

import dev.muster.bot.page.Answer;
import dev.muster.bot.page.Frame;
import dev.muster.bot.page.Visit;
import dev.muster.commands.asking.Completions;
import java.util.List;
import java.util.Map;

/** The list below the command box: what can come next of what is being typed. Thread-safe. */
final class Completion {

  private final Frame frame;
  private final Completions completions;

  Completion(Frame frame, Completions completions) {
    this.frame = frame;
    this.completions = completions;
  }

  Answer options(Visit visit) {
    var typed = visit.values().getOrDefault("text", "").stripLeading();
    var options =
        typed.startsWith("/")
            ? completions.of(visit.person(), typed, visit.thread().isPresent())
            : List.<Completions.Suggestion>of();
    return Answer.part(200, "options", frame.part("options", Map.of("options", options)));
  }
}
