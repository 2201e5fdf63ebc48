package dev.muster.bot.config.people;

import dev.muster.commands.people.Right;
import dev.muster.runbooks.shape.Collected;
import dev.muster.runbooks.shape.Schema;
import dev.muster.runbooks.shape.Section;
import dev.muster.runbooks.shape.Shape;
import dev.muster.runbooks.shape.Shapes;
import dev.muster.runbooks.yaml.Node.Mapping;
import dev.muster.runbooks.yaml.Words;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads roles: rights, or {@code {grants: rights, from: "schedule:NAME"}}. */
public record RoleReader(Collection<String> schedules) {

  private static final String SCHEDULE = "schedule:";
  private static final Pattern FROM = Pattern.compile("schedule:\\S+");

  public Shape<Map<String, Role>> roles() {
    return Collected.named("roles", _ -> role()).about("What people may do, as area:verb.");
  }

  private Shape<Role> role() {
    var plain = rights().map(grants -> new Role(grants, Optional.empty()));
    var shifting =
        Section.shape("a role such as {grants: [\"incident:act\"], from: …}", this::shifting);
    return Shape.of(
        () -> Schema.either(plain.schema(), shifting.schema()),
        (node, problems) ->
            node instanceof Mapping ? shifting.read(node, problems) : plain.read(node, problems));
  }

  private Role shifting(Section section) {
    var grants = section.required("grants", "[\"incident:act\"]", rights()).orElse(Set.of());
    var from =
        section.required(
            "from",
            "\"schedule:primary\"",
            schedule().about("Whoever is on call there has the role, as long as the shift lasts."));
    return new Role(grants, from);
  }

  private static Shape<Set<Right>> rights() {
    return Collected.list("rights such as [\"incident:act\"]", Rights.right()).map(Set::copyOf);
  }

  private Shape<String> schedule() {
    return Shapes.text("schedule:NAME, such as schedule:primary", FROM)
        .map(text -> text.substring(SCHEDULE.length()))
        .where(
            schedules::contains,
            name ->
                "there is no schedule %s%s"
                    .formatted(Words.quoted(name), Words.insteadOf(name, schedules, "schedules")));
  }
}
