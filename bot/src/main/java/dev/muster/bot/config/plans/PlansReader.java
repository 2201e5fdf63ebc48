package dev.muster.bot.config.plans;

import dev.muster.bot.config.secret.Secret;
import dev.muster.runbooks.run.rule.BreakGlass;
import dev.muster.runbooks.shape.Collected;
import dev.muster.runbooks.shape.Durations;
import dev.muster.runbooks.shape.Section;
import dev.muster.runbooks.shape.Shape;
import dev.muster.runbooks.shape.Shapes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads who may break the glass, and the sections that nothing acts upon yet, saying so of each.
 */
public record PlansReader(Declared declared, Shape<Secret> secret) {

  public Plans in(Section top, Map<String, String> userGroups) {
    top.unused("escalation", "nobody is paged");
    top.unused("notifiers", "nothing is sent there");
    return new Plans(
        top.optional(
            "breakGlass",
            Section.shape("{roles: [on-call], after: 10m}", this::breakGlass)
                .about("Who may act without the right when nobody entitled answers.")),
        top.optional("escalation", new EscalationReader(declared).escalations()).orElse(Map.of()),
        top.optional(
                "notifiers",
                Section.shape("{pagerduty: {…}}", this::notifiers)
                    .about("Other systems that are told."))
            .orElse(Map.of()),
        userGroups);
  }

  private BreakGlass breakGlass(Section section) {
    var role = Shapes.reference("role", "roles", declared.roles());
    var roles =
        section
            .required(
                "roles",
                "[on-call]",
                Collected.atLeastOne("roles", Collected.list("roles", role))
                    .about("Who may act when nobody entitled answers."))
            .orElse(List.of());
    var after =
        section.required(
            "after", "10m", Durations.duration().about("How long nobody entitled has answered."));
    var requester =
        section.optional(
            "requester",
            Shapes.flag().about("Whether whoever asked for the run may too; no unless said."));
    return new BreakGlass(Set.copyOf(roles), after.orElse(Duration.ZERO), requester.orElse(false));
  }

  private Map<String, Map<String, Notifier>> notifiers(Section section) {
    var read = new HashMap<String, Map<String, Notifier>>();
    section
        .optional(
            "pagerduty",
            Collected.<Notifier>named(
                    "services", _ -> Section.shape("{key: \"${env:NAME}\"}", this::pagerDuty))
                .about("Services of PagerDuty, by names of ours."))
        .ifPresent(services -> read.put("pagerduty", services));
    section
        .optional(
            "webhook",
            Collected.<Notifier>named(
                    "webhooks", _ -> Section.shape("{url: https://…}", PlansReader::webhook))
                .about("Addresses that take JSON, by names of ours."))
        .ifPresent(webhooks -> read.put("webhook", webhooks));
    return read;
  }

  private Notifier pagerDuty(Section section) {
    return new Notifier.PagerDuty(
        section.required("key", "\"${env:PAGERDUTY_ROUTING_KEY}\"", secret).orElse(new Secret("")));
  }

  private static Notifier webhook(Section section) {
    return new Notifier.Webhook(section.required("url", "https://…", Shapes.link()).orElse(""));
  }
}
