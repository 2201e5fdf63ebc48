package dev.muster.commands.incident.own;

import dev.muster.commands.chat.ChatException;
import dev.muster.commands.chat.ChatException.Outcome;
import dev.muster.commands.incident.own.OwnRefresh.Visit;
import dev.muster.commands.people.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Invites people and puts what matters at the top of a channel. All of that may be refused without
 * harm to the incident: it is noted, and tried again with the next change.
 */
final class Adorning {

  private static final String PINNED = "pinned";
  private static final String INVITED = "invited:";
  private static final String LINKED = "linked:";

  private final OwnStore store;
  private final Visit visit;
  private String refused = "";

  Adorning(OwnStore store, Visit visit) {
    this.store = store;
    this.visit = visit;
  }

  OwnState adorn(OwnState open, Optional<String> page) {
    var state = bookmark(pin(describe(invite(open))), page);
    if (refused.equals(state.shown().trouble())) {
      return state;
    }
    var told = state.troubledBy(refused);
    if (refused.isEmpty()) {
      store.save(told);
    } else {
      store.saveTrouble(told);
    }
    return told;
  }

  private OwnState invite(OwnState state) {
    var people = OwnLook.people(visit.incident());
    store.declarer(visit.incident().id()).ifPresent(people::add);
    people.addAll(visit.plan().invited());
    people.removeIf(person -> state.has(INVITED + person.value()));
    return people.isEmpty()
        ? state
        : attempt(
            state,
            at -> visit.channels().invite(at.channel(), List.copyOf(people)),
            state.having(people.stream().map(PersonId::value).map(INVITED::concat).toList()));
  }

  private OwnState describe(OwnState state) {
    var topic = OwnLook.topic(visit.incident());
    return topic.equals(state.shown().topic())
        ? state
        : attempt(state, at -> visit.channels().describe(at.channel(), topic), state.about(topic));
  }

  private OwnState pin(OwnState state) {
    return state.has(PINNED)
        ? state
        : attempt(state, at -> visit.channels().pin(at.post()), state.having(List.of(PINNED)));
  }

  private OwnState bookmark(OwnState state, Optional<String> page) {
    var next = state;
    for (var bookmark : OwnLook.bookmarks(visit.incident(), page)) {
      var done = LINKED + bookmark.url();
      if (!next.has(done)) {
        next =
            attempt(
                next,
                at -> visit.channels().bookmark(at.channel(), bookmark, visit.isRepeat()),
                next.having(List.of(done)));
      }
    }
    return next;
  }

  private OwnState attempt(OwnState before, Consumer<OwnState> step, OwnState after) {
    try {
      step.accept(before);
    } catch (ChatException e) {
      if (e.outcome() != Outcome.REFUSED) {
        throw e;
      }
      refused = String.valueOf(e.getMessage());
      return before;
    }
    store.save(after);
    return after;
  }
}
