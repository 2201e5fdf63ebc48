package dev.muster.commands.silence.command;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Span;
import dev.muster.commands.incident.Change;
import dev.muster.commands.silence.Silence;
import dev.muster.commands.silence.SilenceId;
import dev.muster.commands.text.Words;
import java.util.ArrayList;

/** How silences are told of, and what is typed about them. */
final class SilenceWords {

  static final String LIST = "/alert silences";

  private SilenceWords() {}

  static String unsilence(SilenceId id) {
    return "/alert unsilence " + id.value();
  }

  /** What it keeps quiet, such as {@code /alert list silence:3}. */
  static String alerts(SilenceId id) {
    return "/alert list silence:" + id.value();
  }

  /** With a capital at its beginning. */
  static String name(SilenceId id) {
    return "Silence " + id.value();
  }

  /** Which alerts, and until when, in one line. */
  static Block.Line what(Silence silence) {
    var spans = new ArrayList<Span>();
    spans.add(Span.strong(name(silence.id()) + " "));
    spans.add(Span.code(silence.matchers().text()));
    spans.add(Span.text(silence.ended().isPresent() ? " · ended " : " · until "));
    spans.add(Span.time(silence.ended().map(Change::at).orElse(silence.endsAt())));
    silence.ended().map(SilenceWords::by).map(Span::text).ifPresent(spans::add);
    return new Block.Line(spans);
  }

  /** Who, and why. */
  static Block.Line why(Silence silence, String more) {
    return Block.line(silence.begun().by().name() + ": " + silence.reason() + more);
  }

  /** {@code keeps 3 firing alerts quiet}: what had its incident before does not count. */
  static String keeps(long held) {
    return held == 0
        ? "keeps no new alert quiet now"
        : "keeps " + Words.count(held, "firing alert") + " quiet";
  }

  static String fire(long count) {
    return count == 1 ? "fires" : "fire";
  }

  private static String by(Change ended) {
    return " by " + ended.by().name();
  }
}
