package dev.muster.bot.config.plans;

import dev.muster.runbooks.shape.Collected;
import dev.muster.runbooks.shape.Durations;
import dev.muster.runbooks.shape.Schema;
import dev.muster.runbooks.shape.Section;
import dev.muster.runbooks.shape.Shape;
import dev.muster.runbooks.shape.Shapes;
import dev.muster.runbooks.yaml.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How people hear of a severity or take over a shift, as far as nothing acts upon it yet.
 *
 * @param escalation by which somebody is paged
 */
public record Calls(Optional<Duration> after, Optional<String> escalation) {

  private static final Shape<String> ONLY =
      Shapes.text()
          .where(
              "only"::equals, text -> "`log` says `only` or nothing, found " + Words.quoted(text))
          .shownAs(() -> Schema.oneOf(List.of("only")));
  private static final Pattern USER_GROUP = Pattern.compile("@\\S+");

  /** {@code page}, {@code mail}, {@code digest} and {@code log} of a severity. */
  public static Optional<Calls> ofSeverity(Section section, Declared declared) {
    section.unused("page", "nobody is paged");
    section.unused("mail", "only what routes `notify` is mailed");
    section.unused("digest", "nothing is gathered");
    section.unused("log", "incidents are opened as routes say");
    var _ = section.optional("mail", Section.shape("{within: 1h}", at -> mail(at, declared)));
    var _ =
        section.optional("digest", Shapes.oneOf("digest", "digests", List.of("daily", "weekly")));
    var _ = section.optional("log", ONLY);
    return section.optional("page", Section.shape("{after: 15m}", at -> page(at, declared)));
  }

  /** {@code handoff} and {@code userGroup} of a schedule; answers the group. */
  public static Optional<String> ofSchedule(Section section, Declared declared) {
    section.unused("handoff", "shifts change without a word");
    section.unused("userGroup", "no group is kept in step");
    var _ =
        section.optional(
            "handoff", Section.shape("{channel: oncall, remind: 1d}", at -> handoff(at, declared)));
    return section.optional(
        "userGroup",
        Shapes.text("a chat's group such as \"@oncall\"", USER_GROUP)
            .about("A chat's group that holds whoever is on call."));
  }

  /** The escalation that pages for a route's incidents. */
  public static Optional<String> escalation(Section section, Declared declared) {
    return section.optional("escalation", reference(declared).about("Who is paged."));
  }

  private static Calls page(Section section, Declared declared) {
    return new Calls(
        section.optional("after", Durations.duration().about("Unless somebody has it by then.")),
        escalation(section, declared));
  }

  private static Shape<String> reference(Declared declared) {
    return Shapes.reference("escalation", "escalations", declared.escalations());
  }

  private static Optional<Duration> mail(Section section, Declared declared) {
    var mailbox =
        Shapes.text("mailbox:NAME, such as mailbox:ops", Pattern.compile("mailbox:\\S+"))
            .map(text -> text.substring("mailbox:".length()))
            .where(
                declared.mailboxes()::contains,
                name ->
                    "there is no mailbox %s%s"
                        .formatted(
                            Words.quoted(name),
                            Words.insteadOf(name, declared.mailboxes(), "mailboxes")));
    var _ = section.required("to", "[\"mailbox:ops\"]", Collected.list("mailboxes", mailbox));
    return section.optional("within", Durations.duration());
  }

  private static Optional<String> handoff(Section section, Declared declared) {
    var _ = section.optional("remind", Durations.duration().about("How long before it."));
    return section.required(
        "channel", "oncall", Shapes.reference("channel", "channels", declared.channels()));
  }
}
