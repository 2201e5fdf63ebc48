package dev.muster.commands.incident.edit;

import dev.muster.commands.asking.Stamps;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.Role;
import java.util.Optional;

/**
 * What stands in an incident besides its fields, and who changes it has seen: how bad it is, who
 * has it, who does what.
 *
 * @param name by which a form sends the stamp of what it showed
 * @param subject as a sentence begins with it
 * @param typed as somebody would type it; empty for nobody
 * @param shown as it is read
 */
public record Standing(String name, String subject, String typed, String shown) {

  private static final String NOBODY = "nobody";

  public static Standing severity(Incident incident) {
    var level = incident.severity().name();
    return new Standing("severity", "Severity of " + incident.id(), level, level);
  }

  /** A tool that has it cannot be typed. */
  public static Standing assignee(Incident incident) {
    var who = incident.assignee();
    var typed =
        who.filter(Actor.Human.class::isInstance)
            .map(human -> ((Actor.Human) human).key())
            .orElse("");
    var shown = who.map(Actor::name).orElse(NOBODY);
    return new Standing("assignee", "Who has " + incident.id(), typed, shown);
  }

  public static Standing role(Incident incident, Role role) {
    var who = incident.details().crew().in(role);
    return new Standing(
        "role-" + role.word(),
        role.title() + " of " + incident.id(),
        who.map(Actor.Human::key).orElse(""),
        who.map(Actor.Human::name).orElse(NOBODY));
  }

  /** The answer to who has seen something else there; empty where they have not. */
  Optional<Reply> refusal(Stamps seen) {
    return Optional.of(seen)
        .filter(stamps -> stamps.isStale(name, typed))
        .map(_ ->
            Reply.error(
                Reply.Error.INVALID,
                Message.of(
                    "%s was changed meanwhile, to: %s. It was left so."
                        .formatted(subject, shown))));
  }
}
