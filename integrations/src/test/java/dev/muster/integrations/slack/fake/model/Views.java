package dev.muster.integrations.slack.fake.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** What is open on everybody's screen: a stack of modals and a home tab each. */
public final class Views {

  private final Ids ids;
  private final Timestamps timestamps;
  private final Map<String, List<View>> stacks = new HashMap<>();
  private final Map<String, View> homes = new HashMap<>();

  Views(Ids ids, Timestamps timestamps) {
    this.ids = ids;
    this.timestamps = timestamps;
  }

  /** A new modal takes the place of whatever was open. */
  public View open(String user, ObjectNode definition) {
    stacks.put(user, new ArrayList<>());
    return push(user, definition);
  }

  public View push(String user, ObjectNode definition) {
    var stack = stacks.computeIfAbsent(user, _ -> new ArrayList<>());
    var below = stack.isEmpty() ? null : stack.getLast();
    var view = new View(ids.next("V"), user, below, named(definition), timestamps.next());
    stack.add(view);
    return view;
  }

  public View publish(String user, ObjectNode definition) {
    var old = homes.get(user);
    if (old != null) {
      old.replace(named(definition), timestamps.next());
      return old;
    }
    var view = new View(ids.next("V"), user, null, named(definition), timestamps.next());
    homes.put(user, view);
    return view;
  }

  public void replace(View view, ObjectNode definition) {
    view.replace(named(definition), timestamps.next());
  }

  /** The one on top goes, or all of them. */
  public void close(String user, boolean all) {
    var stack = stacks.getOrDefault(user, new ArrayList<>());
    if (all) {
      stack.clear();
    } else if (!stack.isEmpty()) {
      stack.removeLast();
    }
  }

  /** Lowest first. */
  public List<View> stack(String user) {
    return List.copyOf(stacks.getOrDefault(user, List.of()));
  }

  public Optional<View> top(String user) {
    var stack = stack(user);
    return stack.isEmpty() ? Optional.empty() : Optional.of(stack.getLast());
  }

  public Optional<View> home(String user) {
    return Optional.ofNullable(homes.get(user));
  }

  public Optional<View> byId(String id) {
    return all().filter(it -> it.id().equals(id)).findFirst();
  }

  public Optional<View> byExternalId(String id) {
    return all().filter(it -> !id.isEmpty() && it.externalId().equals(id)).findFirst();
  }

  private Stream<View> all() {
    return Stream.concat(stacks.values().stream().flatMap(List::stream), homes.values().stream());
  }

  /** Slack makes up the ids that the app left out. */
  private ObjectNode named(ObjectNode definition) {
    var copy = definition.deepCopy();
    Blocks.nameAll(copy.path("blocks"), ids);
    return copy;
  }
}
