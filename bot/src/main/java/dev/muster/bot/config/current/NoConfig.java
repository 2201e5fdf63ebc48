package dev.muster.bot.config.current;

import dev.muster.bot.config.Config;
import dev.muster.bot.config.plans.Plans;
import dev.muster.bot.config.runbooks.ConfiguredRunbooks;
import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.alert.Routing;
import dev.muster.commands.alert.Severity;
import dev.muster.commands.alert.SeverityScale;
import dev.muster.commands.deadline.BusinessHours;
import dev.muster.commands.people.Directory;
import dev.muster.commands.store.Retention;
import dev.muster.integrations.slack.blocks.CommandNames;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands in for a configuration while Muster starts and knows of none yet. */
final class NoConfig {

  private NoConfig() {}

  static Config make() {
    var medium = new Severity("medium", CanonicalSeverity.MEDIUM);
    return new Config(
        "Muster",
        ZoneOffset.UTC,
        new Directory(List.of(), Map.of()),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        BusinessHours.usual(ZoneOffset.UTC),
        List.of(),
        List.of(),
        "",
        Map.of(),
        List.of(),
        List.of(),
        new Routing(List.of(), new SeverityScale(List.of(medium), Map.of())),
        Retention.USUAL,
        CommandNames.USUAL,
        ConfiguredRunbooks.NONE,
        new Plans(Optional.empty(), Map.of(), Map.of(), Map.of()));
  }
}
