package dev.muster.bot.config.files;

import dev.muster.runbooks.yaml.Node;
import dev.muster.runbooks.yaml.Node.Entry;
import dev.muster.runbooks.yaml.Node.Mapping;
import dev.muster.runbooks.yaml.Node.Sequence;
import dev.muster.runbooks.yaml.Place;
import dev.muster.runbooks.yaml.Problems;
import dev.muster.runbooks.yaml.Words;
import dev.muster.runbooks.yaml.Yaml;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Lays the files of {@code conf.d} over {@code muster.yaml}: names add up, routes of the parts come
 * before those of the whole (whose last one takes the rest), and anything else is said in one file
 * only.
 */
public final class Merged {

  /** Whose entries have names of the team's own. */
  private static final Set<String> NAMED =
      Set.of(
          "people",
          "groups",
          "roles",
          "schedules",
          "channels",
          "mailboxes",
          "integrations",
          "vars",
          "notifiers",
          "escalation");

  private static final String ROUTES = "routes";
  private static final String VERSION = "apiVersion";

  private final Problems problems;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private Merged(Problems problems) {
    this.problems = problems;
  }

  /** One tree; nothing when {@code muster.yaml} cannot be read as one. */
  public static Optional<Node> of(ConfigFiles files, Problems problems) {
    var main = parse(files, ConfigFiles.MAIN, problems);
    var parts =
        files.parts().stream().flatMap(part -> parse(files, part, problems).stream()).toList();
    if (parts.isEmpty() || !(main.orElse(null) instanceof Mapping(var place, var own))) {
      return main;
    }
    var merged = new Merged(problems);
    own.forEach(entry -> merged.entries.put(entry.name(), entry));
    var before = new LinkedHashMap<Place, Sequence>();
    for (var part : parts) {
      merged.add(part, before);
    }
    merged.putFirst(before.values().stream());
    return Optional.of(new Mapping(place, merged.entries.values().stream().toList()));
  }

  private static Optional<Node> parse(ConfigFiles files, String path, Problems problems) {
    return files.text(path).flatMap(text -> Yaml.parse(files.shown(path), text, problems));
  }

  private void add(Node part, Map<Place, Sequence> routes) {
    if (!(part instanceof Mapping(_, var more))) {
      problems.add(part.place(), Words.expected("lines `key: value`", part));
      return;
    }
    for (var entry : more) {
      if (entry.name().equals(ROUTES) && entry.value() instanceof Sequence list) {
        routes.put(list.place(), list);
      } else {
        add(entry);
      }
    }
  }

  private void add(Entry entry) {
    var earlier = entries.putIfAbsent(entry.name(), entry);
    if (earlier == null || isSameVersion(earlier, entry)) {
      return;
    }
    if (NAMED.contains(entry.name())
        && earlier.value() instanceof Mapping(var place, var own)
        && entry.value() instanceof Mapping(_, var more)) {
      entries.put(
          entry.name(), new Entry(earlier.key(), new Mapping(place, together(own, more).toList())));
    } else if (entry.name().equals(ROUTES)) {
      problems.add(entry.value().place(), Words.expected("a list of routes", entry.value()));
    } else if (NAMED.contains(entry.name()) && !(entry.value() instanceof Mapping)) {
      var names = entry.name() + " (lines `name: …`)";
      problems.add(entry.value().place(), Words.expected(names, entry.value()));
    } else {
      problems.add(
          entry.key().place(),
          "%s is set %s already; set it in one file only"
              .formatted(
                  Words.quoted(entry.name()), earlier.key().place().seenFrom(entry.key().place())));
    }
  }

  private Stream<Entry> together(Iterable<Entry> own, Iterable<Entry> more) {
    var all = new LinkedHashMap<String, Entry>();
    own.forEach(entry -> all.put(entry.name(), entry));
    for (var entry : more) {
      var earlier = all.putIfAbsent(entry.name(), entry);
      if (earlier != null) {
        problems.add(
            entry.key().place(),
            "%s is declared %s already; keep one of the two"
                .formatted(
                    Words.quoted(entry.name()),
                    earlier.key().place().seenFrom(entry.key().place())));
      }
    }
    return all.values().stream();
  }

  private void putFirst(Stream<Sequence> routes) {
    var own = Optional.ofNullable(entries.get(ROUTES));
    var lists = Stream.concat(routes, own.stream().map(Entry::value)).toList();
    if (lists.isEmpty() || !lists.stream().allMatch(Sequence.class::isInstance)) {
      return;
    }
    var all = lists.stream().flatMap(list -> ((Sequence) list).items().stream()).toList();
    own.ifPresent(entry ->
        entries.put(ROUTES, new Entry(entry.key(), new Sequence(entry.value().place(), all))));
  }

  private static boolean isSameVersion(Entry earlier, Entry entry) {
    return entry.name().equals(VERSION)
        && earlier.value() instanceof Node.Scalar(_, _, var one)
        && entry.value() instanceof Node.Scalar(_, _, var other)
        && one.equals(other);
  }
}
