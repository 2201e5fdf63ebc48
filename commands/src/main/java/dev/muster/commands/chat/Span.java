package dev.muster.commands.chat;

import dev.muster.commands.people.PersonId;
import java.time.Instant;

/**
 * A piece of a line. Texts are plain: an adapter escapes them, so that nothing in them pings
 * anybody or becomes markup.
 */
public sealed interface Span {

  record Plain(String text) implements Span {}

  record Strong(String text) implements Span {}

  /** Something to type or to copy. */
  record Code(String text) implements Span {}

  /** A link to an absolute http or https address. */
  record Link(String text, String url) implements Span {}

  /** A time, shown in the reader's own form and zone where the platform can. */
  record Time(Instant at) implements Span {}

  /** Somebody, whom a platform that knows them points to and may tell. */
  record Mention(PersonId person, String name) implements Span {}

  /**
   * Another channel of the same platform.
   *
   * @param id the platform's own name for it
   * @param name what people call it
   */
  record Channel(String id, String name) implements Span {}

  static Span text(String text) {
    return new Plain(text);
  }

  static Span strong(String text) {
    return new Strong(text);
  }

  static Span code(String text) {
    return new Code(text);
  }

  static Span time(Instant at) {
    return new Time(at);
  }
}
