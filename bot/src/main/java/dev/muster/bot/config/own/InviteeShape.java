package dev.muster.bot.config.own;

import dev.muster.bot.config.plans.Declared;
import dev.muster.commands.alert.own.Invitee;
import dev.muster.commands.alert.own.Invitee.Kind;
import dev.muster.runbooks.shape.Schema;
import dev.muster.runbooks.shape.Shape;
import dev.muster.runbooks.shape.Shapes;
import dev.muster.runbooks.yaml.Node;
import dev.muster.runbooks.yaml.Problems;
import dev.muster.runbooks.yaml.Words;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads who is invited: a schedule, a group or a person. */
record InviteeShape(Declared declared) implements Shape<Invitee> {

  private static final Pattern WRITTEN = Pattern.compile("(schedule|group|person):\\S+");

  @Override
  public Schema schema() {
    return Schema.text(WRITTEN);
  }

  @Override
  public Optional<Invitee> read(Node node, Problems problems) {
    return Shapes.text("schedule:NAME, group:NAME or person:NAME", WRITTEN)
        .map(InviteeShape::invitee)
        .where(
            one -> known(one.kind()).contains(one.name()),
            one ->
                "there is no %s %s%s"
                    .formatted(
                        one.kind().word(),
                        Words.quoted(one.name()),
                        Words.insteadOf(one.name(), known(one.kind()), plural(one.kind()))))
        .read(node, problems);
  }

  private static Invitee invitee(String text) {
    var colon = text.indexOf(':');
    var kind = Kind.valueOf(text.substring(0, colon).toUpperCase(java.util.Locale.ROOT));
    return new Invitee(kind, text.substring(colon + 1));
  }

  private List<String> known(Kind kind) {
    return switch (kind) {
      case PERSON -> declared.people();
      case GROUP -> declared.groups();
      case SCHEDULE -> declared.schedules();
    };
  }

  private static String plural(Kind kind) {
    return switch (kind) {
      case PERSON -> "people";
      case GROUP -> "groups";
      case SCHEDULE -> "schedules";
    };
  }
}
