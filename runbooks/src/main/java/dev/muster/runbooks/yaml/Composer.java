package dev.muster.runbooks.yaml;

import dev.muster.runbooks.yaml.Node.Entry;
import dev.muster.runbooks.yaml.Node.Kind;
import dev.muster.runbooks.yaml.Node.Mapping;
import dev.muster.runbooks.yaml.Node.Scalar;
import dev.muster.runbooks.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.Event.ID;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;

/**
 * Builds our tree from the parser's events, so that depth and aliases are bounded before anything
 * is nested or multiplied (the library's own composer overflows the stack instead).
 */
final class Composer {

  private static final int DEEPEST = 32;

  private final String file;
  private final Iterator<Event> events;
  private final boolean merges;
  private final Problems problems;
  private final Anchors anchors = new Anchors();
  private final ScalarResolver resolver = new CoreScalarResolver(false);
  private int depth;

  Composer(String file, Iterator<Event> events, boolean merges, Problems problems) {
    this.file = file;
    this.events = events;
    this.merges = merges;
    this.problems = problems;
  }

  Optional<Node> document() {
    events.next();
    if (events.next().getEventId() == ID.StreamEnd) {
      return Optional.empty();
    }
    var root = node(events.next());
    events.next();
    var after = events.next();
    if (after.getEventId() != ID.StreamEnd) {
      throw new Unreadable(place(after), "a second document begins here; one file holds one");
    }
    return Optional.of(root);
  }

  private Node node(Event event) {
    var place = place(event);
    if (event instanceof AliasEvent alias) {
      return anchors.follow(alias.getAlias().getValue(), place);
    }
    var before = anchors.size();
    anchors.count(place, 1);
    var node = event instanceof ScalarEvent scalar ? scalar(scalar, place) : nested(event, place);
    ((NodeEvent) event)
        .getAnchor()
        .ifPresent(anchor -> anchors.define(anchor.getValue(), node, before));
    return node;
  }

  private Node nested(Event event, Place place) {
    ((CollectionStartEvent) event).getTag().ifPresent(tag -> refuseTag(tag, place));
    if (++depth > DEEPEST) {
      throw new Unreadable(place, "nested deeper than " + DEEPEST + " levels");
    }
    var node = event.getEventId() == ID.MappingStart ? mapping(place) : sequence(place);
    depth--;
    return node;
  }

  private Node sequence(Place place) {
    var items = new ArrayList<Node>();
    for (var next = events.next(); next.getEventId() != ID.SequenceEnd; next = events.next()) {
      items.add(node(next));
    }
    return new Sequence(place, items);
  }

  private Node mapping(Place place) {
    var entries = new LinkedHashMap<String, Entry>();
    var under = new ArrayList<Entry>();
    for (var next = events.next(); next.getEventId() != ID.MappingEnd; next = events.next()) {
      var key = node(next);
      var value = node(events.next());
      if (merges && key.isText("<<")) {
        under.addAll(merged(value));
      } else if (key instanceof Scalar name && isName(name)) {
        var earlier = entries.putIfAbsent(name.text(), new Entry(name, value));
        if (earlier != null) {
          problems.add(name.place(), twice(name, earlier));
        }
      } else if (!(key instanceof Scalar)) {
        problems.add(key.place(), "a key is a word, found " + key.words() + "; put it in quotes");
      }
    }
    under.forEach(entry -> entries.putIfAbsent(entry.name(), entry));
    return new Mapping(place, entries.values().stream().toList());
  }

  /** Of several, the first has the word. */
  private List<Entry> merged(Node value) {
    return switch (value) {
      case Mapping(_, var entries) -> entries;
      case Sequence(_, var items) when items.stream().allMatch(Mapping.class::isInstance) ->
          items.stream().flatMap(item -> ((Mapping) item).entries().stream()).toList();
      default -> {
        problems.add(value.place(), "`<<` takes a mapping such as `*name`, found " + value.words());
        yield List.of();
      }
    };
  }

  private boolean isName(Scalar key) {
    if (key.kind() == Kind.NOTHING || key.text().isBlank()) {
      problems.add(key.place(), "a key is missing before the `:`");
      return false;
    }
    if (key.text().equals("<<")) {
      problems.add(key.place(), "YAML 1.2 has no merge key `<<`; write the keys out");
      return false;
    }
    return true;
  }

  private static String twice(Scalar name, Entry earlier) {
    return "%s is already written on line %d; keep one of the two"
        .formatted(Words.quoted(name.text()), earlier.key().place().line());
  }

  private Scalar scalar(ScalarEvent event, Place place) {
    event.getTag().ifPresent(tag -> refuseTag(tag, place));
    var tag = resolver.resolve(event.getValue(), event.getImplicit().canOmitTagInPlainScalar());
    return new Scalar(place, kind(tag), event.getValue());
  }

  private static Kind kind(Tag tag) {
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return Kind.NUMBER;
    }
    return tag.equals(Tag.BOOL) ? Kind.BOOLEAN : tag.equals(Tag.NULL) ? Kind.NOTHING : Kind.TEXT;
  }

  private void refuseTag(String tag, Place place) {
    var advice = " is a tag to YAML; a text that starts with ! needs quotes: \"!=low\"";
    problems.add(place, Words.quoted(tag) + advice);
  }

  private Place place(Event event) {
    return SyntaxFault.place(file, event.getStartMark());
  }
}
