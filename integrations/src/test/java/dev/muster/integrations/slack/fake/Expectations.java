package dev.muster.integrations.slack.fake;

import dev.muster.integrations.slack.fake.people.Person;
import dev.muster.integrations.slack.fake.people.Place;
import dev.muster.integrations.slack.fake.strict.Kind;
import dev.muster.integrations.slack.fake.strict.Ledger;

/** What a test says will come, or may come, instead of taking each thing. */
public final class Expectations {

  private final Ledger ledger;

  Expectations(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Exactly one message, in a thread or not, by the end. */
  public Expectations message(Place place, String words) {
    ledger.expect(
        "a message in " + place.name() + " with " + words,
        it -> it.is(Kind.MESSAGE) && it.isIn(place.id()) && it.says(words));
    return this;
  }

  public Expectations ephemeral(Person person, String words) {
    ledger.expect(
        "an ephemeral for " + person.id() + " with " + words,
        it -> it.is(Kind.EPHEMERAL) && it.isFor(person.id()) && it.says(words));
    return this;
  }

  public Expectations call(String method) {
    ledger.expect("a call of " + method, it -> it.is(Kind.CALL) && it.method().equals(method));
    return this;
  }

  public Expectations refusal(String method, String error) {
    ledger.expect(
        method + " refused because of " + error,
        it -> it.is(Kind.REFUSAL) && it.method().equals(method) && it.says(error));
    return this;
  }

  /** Something that the app did not take within three seconds. */
  public Expectations unanswered() {
    ledger.expect("something that is not answered in time", it -> it.is(Kind.UNANSWERED));
    return this;
  }

  public Expectations anyEdits() {
    ledger.allow(it -> it.is(Kind.EDIT));
    return this;
  }

  public Expectations anyHomes() {
    ledger.allow(it -> it.is(Kind.HOME));
    return this;
  }

  public Expectations anyCalls(String method) {
    ledger.allow(it -> it.is(Kind.CALL) && it.method().equals(method));
    return this;
  }

  public Expectations anyRefusals(String method, String error) {
    ledger.allow(it -> it.is(Kind.REFUSAL) && it.method().equals(method) && it.says(error));
    return this;
  }

  /** Oddities with these words are no fault here. */
  public Expectations anyOddities(String words) {
    ledger.allow(it -> it.is(Kind.ODDITY) && it.says(words));
    return this;
  }
}
