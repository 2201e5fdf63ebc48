package dev.muster.commands.reminder;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Span;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.ThreadReply;
import java.time.Instant;

/**
 * Something to be said once, when its time has come.
 *
 * @param key unique within the incident for ever
 * @param text what has passed
 * @param command what to type next
 */
public record Reminder(String key, Instant due, String text, String command) {

  /** What it is about: {@code respond}, {@code resolve} or {@code update}. */
  public String about() {
    return key.substring(0, key.indexOf(':'));
  }

  /** In the incident's thread. */
  public ThreadReply reply(Incident incident) {
    return new ThreadReply(
        incident.id(),
        incident.id().value() + ":reminder:" + key,
        Message.of(text + " " + command, Block.line(Span.text(text + " "), Span.code(command))));
  }
}
