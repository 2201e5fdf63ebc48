package dev.muster.bot.config.alerts;

import dev.muster.bot.config.plans.Declared;
import dev.muster.commands.alert.Recipient;
import dev.muster.commands.people.PersonId;
import dev.muster.runbooks.shape.Schema;
import dev.muster.runbooks.shape.Shape;
import dev.muster.runbooks.shape.Shapes;
import dev.muster.runbooks.yaml.Node;
import dev.muster.runbooks.yaml.Problems;
import dev.muster.runbooks.yaml.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code kind:name}: a channel, a mailbox or a person. */
public record TargetShape(Declared declared) implements Shape<TargetShape.Target> {

  private static final Set<String> PAGED = Set.of("schedule", "group");
  private static final Pattern WRITTEN =
      Pattern.compile("(channel|mailbox|person|pagerduty|webhook):\\S+");

  /** Where words of ours can go. */
  public sealed interface Target {

    record OfChannel(String name) implements Target {}

    record Of(Recipient recipient) implements Target {}

    /** Another system, as {@code kind:name}. */
    record OfNotifier(String name) implements Target {}
  }

  @Override
  public Schema schema() {
    return Schema.text(WRITTEN);
  }

  @Override
  public Optional<Target> read(Node node, Problems problems) {
    return Shapes.text()
        .where(
            text -> !PAGED.contains(kind(text)),
            text ->
                Words.quoted(text)
                    + " is paged and not told: put it into a level of an escalation, or name a"
                    + " mailbox or a person here")
        .read(node, problems)
        .flatMap(text -> target(kind(text), text, node, problems));
  }

  private Optional<Target> target(String kind, String text, Node node, Problems problems) {
    var name = text.substring(text.indexOf(':') + 1);
    return switch (kind) {
      case "channel" ->
          known("channel", "channels", name, declared.channels(), node, problems)
              .map(Target.OfChannel::new);
      case "mailbox" ->
          known("mailbox", "mailboxes", name, declared.mailboxes(), node, problems)
              .map(known -> new Target.Of(new Recipient.Mailbox(known)));
      case "person" ->
          known("person", "people", name, declared.people(), node, problems)
              .map(known -> new Target.Of(new Recipient.Somebody(new PersonId(known))));
      case "pagerduty" ->
          notifier(kind, "service of PagerDuty", "services of PagerDuty", name, node, problems);
      case "webhook" -> notifier(kind, "webhook", "webhooks", name, node, problems);
      default -> {
        problems.add(
            node.place(),
            "expected channel:NAME, mailbox:NAME or person:NAME, such as channel:alerts, found "
                + Words.quoted(text));
        yield Optional.empty();
      }
    };
  }

  private Optional<Target> notifier(
      String kind, String what, String plural, String name, Node node, Problems problems) {
    return known(what, plural, name, declared.notifiers(kind), node, problems)
        .map(known -> new Target.OfNotifier(kind + ":" + known));
  }

  private static Optional<String> known(
      String kind, String plural, String name, List<String> known, Node node, Problems problems) {
    if (known.contains(name)) {
      return Optional.of(name);
    }
    problems.add(
        node.place(),
        "there is no %s %s%s"
            .formatted(kind, Words.quoted(name), Words.insteadOf(name, known, plural)));
    return Optional.empty();
  }

  private static String kind(String text) {
    return text.substring(0, Math.max(0, text.indexOf(':')));
  }
}
