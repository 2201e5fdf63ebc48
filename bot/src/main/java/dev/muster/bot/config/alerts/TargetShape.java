package dev.muster.bot.config.alerts;

import dev.muster.bot.config.shape.Schema;
import dev.muster.bot.config.shape.Shape;
import dev.muster.bot.config.shape.Shapes;
import dev.muster.bot.config.yaml.Node;
import dev.muster.bot.config.yaml.Problems;
import dev.muster.bot.config.yaml.Words;
import dev.muster.commands.alert.Recipient;
import dev.muster.commands.people.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code kind:name}: a channel, a mailbox or a person. */
public record TargetShape(TargetNames names) implements Shape<TargetShape.Target> {

  private static final Set<String> LATER = Set.of("pagerduty", "webhook", "schedule", "group");
  private static final Pattern WRITTEN = Pattern.compile("(channel|mailbox|person):\\S+");

  /** Where words of ours can go. */
  public sealed interface Target {

    record OfChannel(String name) implements Target {}

    record Of(Recipient recipient) implements Target {}
  }

  @Override
  public Schema schema() {
    return Schema.text(WRITTEN);
  }

  @Override
  public Optional<Target> read(Node node, Problems problems) {
    return Shapes.text()
        .where(
            text -> !LATER.contains(kind(text)),
            text ->
                Words.quoted(kind(text) + ":")
                    + " is not supported by this version of Muster yet; take it out for now")
        .read(node, problems)
        .flatMap(text -> target(kind(text), text, node, problems));
  }

  private Optional<Target> target(String kind, String text, Node node, Problems problems) {
    var name = text.substring(text.indexOf(':') + 1);
    return switch (kind) {
      case "channel" ->
          known("channel", "channels", name, names.channels(), node, problems)
              .map(Target.OfChannel::new);
      case "mailbox" ->
          known("mailbox", "mailboxes", name, names.mailboxes(), node, problems)
              .map(known -> new Target.Of(new Recipient.Mailbox(known)));
      case "person" ->
          known("person", "people", name, names.people(), node, problems)
              .map(known -> new Target.Of(new Recipient.Somebody(new PersonId(known))));
      default -> {
        problems.add(
            node.place(),
            "expected channel:NAME, mailbox:NAME or person:NAME, such as channel:alerts, found "
                + Words.quoted(text));
        yield Optional.empty();
      }
    };
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
