package dev.muster.runbooks.reading;

import dev.muster.runbooks.language.Permissions;
import dev.muster.runbooks.language.Permissions.Approval;
import dev.muster.runbooks.shape.Collected;
import dev.muster.runbooks.shape.Section;
import dev.muster.runbooks.shape.Shape;
import dev.muster.runbooks.shape.Shapes;
import java.util.List;
import java.util.Set;

/** Reads what a runbook asks of people. */
record RightsReader(Set<String> roles) {

  private static final int MOST = 20;

  Shape<Permissions> permissions() {
    return Section.shape(
            "permissions such as {run: [on-call], approve: {roles: [admin]}}", this::permissions)
        .about("What it asks of people, beside their own rights.");
  }

  private Permissions permissions(Section at) {
    var run = at.optional("run", roles("Roles of which one is needed to run it."));
    var approve =
        at.optional(
            "approve",
            Section.shape("an approval such as {roles: [admin], quorum: 1}", this::approval));
    return new Permissions(Set.copyOf(run.orElse(List.of())), approve.orElse(Approval.BY_ANYBODY));
  }

  private Approval approval(Section at) {
    var may = at.optional("roles", roles("Roles of which one is needed to approve."));
    var quorum = at.optional("quorum", Shapes.number(1, MOST).about("How many different people."));
    var other =
        at.optional(
            "notRequester",
            InputReader.flag().about("Whether the one who asked for the run does not count."));
    return new Approval(Set.copyOf(may.orElse(List.of())), quorum.orElse(1), other.orElse(false));
  }

  private Shape<List<String>> roles(String about) {
    return Collected.oneOrMore(
            "roles",
            Shapes.reference("role in muster.yaml", "roles", roles.stream().sorted().toList()))
        .about(about);
  }
}
