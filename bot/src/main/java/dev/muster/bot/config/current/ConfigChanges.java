package dev.muster.bot.config.current;

import dev.muster.bot.config.Config;
import dev.muster.commands.alert.Route;
import dev.muster.commands.oncall.Schedule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says in a few lines what differs between two configurations. */
final class ConfigChanges {

  private static final int SHOWN = 8;

  private ConfigChanges() {}

  /** One line for each part that changed: {@code people: added nina, removed otto}. */
  static List<String> between(Config before, Config after) {
    var lines = new ArrayList<String>();
    tell("people", people(before), people(after), lines);
    tell("groups", before.groups(), after.groups(), lines);
    tell("severities", severities(before), severities(after), lines);
    tell(
        "schedules",
        by(before.schedules(), Schedule::name),
        by(after.schedules(), Schedule::name),
        lines);
    tell(
        "channels",
        by(before.channels(), channel -> channel.name()),
        by(after.channels(), channel -> channel.name()),
        lines);
    tell("mailboxes", before.mailboxes(), after.mailboxes(), lines);
    tell("integrations", integrations(before), integrations(after), lines);
    tell("routes", routes(before), routes(after), lines);
    tell("runbooks", runbooks(before), runbooks(after), lines);
    tell("steps", steps(before), steps(after), lines);
    return lines;
  }

  private static void tell(
      String part, Map<String, ?> before, Map<String, ?> after, List<String> lines) {
    var added = after.keySet().stream().filter(name -> !before.containsKey(name)).toList();
    var removed = before.keySet().stream().filter(name -> !after.containsKey(name)).toList();
    var changed =
        after.entrySet().stream()
            .filter(entry -> before.containsKey(entry.getKey()))
            .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
            .map(Map.Entry::getKey)
            .toList();
    var said = new ArrayList<String>();
    say("added", added, said);
    say("removed", removed, said);
    say("changed", changed, said);
    if (!said.isEmpty()) {
      lines.add(part + ": " + String.join("; ", said));
    }
  }

  private static void say(String what, List<String> names, List<String> said) {
    if (!names.isEmpty()) {
      var more = names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more" : "";
      said.add(what + " " + String.join(", ", names.stream().limit(SHOWN).toList()) + more);
    }
  }

  private static Map<String, ?> people(Config config) {
    return config.directory().people().stream()
        .collect(
            Collectors.toMap(
                person -> person.id().value(),
                person -> List.of(person, config.contacts().getOrDefault(person.id(), Map.of())),
                (one, _) -> one,
                LinkedHashMap::new));
  }

  private static Map<String, ?> severities(Config config) {
    return by(config.severities(), target -> target.severity().name());
  }

  private static Map<String, ?> integrations(Config config) {
    return by(config.integrations(), keyed -> keyed.integration().name());
  }

  /** The team's own; those of the library change with Muster itself. */
  private static Map<String, ?> runbooks(Config config) {
    var hashes = new LinkedHashMap<String, String>();
    config.runbooks().own().forEach((name, it) -> hashes.put(name, it.hash()));
    return hashes;
  }

  /** What they may do counts as one thing of each kind. */
  private static Map<String, ?> steps(Config config) {
    var access = config.runbooks().access();
    return Map.of("http", access.networks(), "shell", access.commands());
  }

  /** As texts: two patterns that say the same are the same. */
  private static Map<String, ?> routes(Config config) {
    return config.routing().routes().stream()
        .collect(
            Collectors.toMap(Route::name, Route::toString, (one, _) -> one, LinkedHashMap::new));
  }

  private static <T> Map<String, T> by(Collection<T> all, Function<T, String> name) {
    return all.stream()
        .collect(Collectors.toMap(name, one -> one, (one, _) -> one, LinkedHashMap::new));
  }
}
