package dev.muster.bot.config;

import dev.muster.runbooks.shape.Collected;
import dev.muster.runbooks.shape.Section;
import dev.muster.runbooks.shape.Shape;
import dev.muster.runbooks.shape.Shapes;
import java.util.List;
import java.util.regex.Pattern;

/** Reads {@code reactions}: which emoji mean something to Muster. */
final class ReactionReader {

  /** A pushpin and a stopwatch. */
  private static final List<String> USUAL = List.of("pushpin", "stopwatch");

  private static final Pattern NAME = Pattern.compile("[a-z0-9_+'-]{1,100}");

  private ReactionReader() {}

  static List<String> timeline(Section top) {
    var names = Collected.list("names such as [pushpin]", name());
    var reactions =
        Section.shape(
            "which emoji do what, such as {timeline: [pushpin, stopwatch]}",
            section ->
                section
                    .optional(
                        "timeline",
                        names.about(
                            "Those that put a message into its incident's timeline; [] for none."))
                    .orElse(USUAL));
    return top.optional("reactions", reactions.about("Which emoji mean something to Muster."))
        .orElse(USUAL);
  }

  private static Shape<String> name() {
    return Shapes.text("an emoji's name in the chat, without colons, such as pushpin", NAME);
  }
}
