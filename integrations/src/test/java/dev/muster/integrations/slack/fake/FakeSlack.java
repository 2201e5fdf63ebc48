package dev.muster.integrations.slack.fake;

import static dev.muster.integrations.slack.fake.model.Workspace.BOT_USER;

import dev.muster.integrations.slack.fake.delivery.Courier;
import dev.muster.integrations.slack.fake.delivery.HttpDelivery;
import dev.muster.integrations.slack.fake.delivery.Sockets;
import dev.muster.integrations.slack.fake.fault.Faults;
import dev.muster.integrations.slack.fake.model.Channel;
import dev.muster.integrations.slack.fake.model.Member;
import dev.muster.integrations.slack.fake.model.UserGroup;
import dev.muster.integrations.slack.fake.people.Person;
import dev.muster.integrations.slack.fake.people.Place;
import dev.muster.integrations.slack.fake.strict.Entry;
import dev.muster.integrations.slack.fake.strict.Kind;
import dev.muster.integrations.slack.fake.web.RateLimits;
import dev.muster.integrations.slack.fake.web.Tokens;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/**
 * A Slack of the test's own, as strict as the real one and less forgiving: closing it fails the
 * test with a list of whatever came unexpectedly, twice, or against Slack's rules.
 */
public final class FakeSlack implements AutoCloseable {

  private final Parts parts;
  private Duration ackWithin = Duration.ofSeconds(3);

  private FakeSlack(InstantSource clock) {
    parts = Parts.build(clock);
  }

  public static FakeSlack start() {
    return start(InstantSource.system());
  }

  /** On the test's clock: timestamps, triggers, response URLs, signatures and rates follow it. */
  public static FakeSlack start(InstantSource clock) {
    return new FakeSlack(clock);
  }

  /** For SLACK_API_URL, with the slash at its end. */
  public String apiUrl() {
    return "http://" + parts.server().address() + "/api/";
  }

  public Tokens tokens() {
    return parts.tokens();
  }

  public String signingSecret() {
    return Parts.SIGNING_SECRET;
  }

  /** How long the app has to answer, three seconds unless a test is in a hurry. */
  public FakeSlack ackWithin(Duration time) {
    ackWithin = time;
    parts.sockets().setPatience(time);
    return this;
  }

  /** How long the taking of something waits for it, ten seconds unless said. */
  public FakeSlack patience(Duration time) {
    parts.ledger().setPatience(time);
    return this;
  }

  /** From now on everything goes to this request URL. */
  public HttpDelivery http(URI requestUrl) {
    var delivery = new HttpDelivery(requestUrl, signingSecret(), parts.clock(), ackWithin);
    parts.courier().use(delivery);
    return delivery;
  }

  /** From now on everything goes through the sockets that the app opens. */
  public Sockets sockets() {
    parts.courier().use(parts.sockets());
    return parts.sockets();
  }

  public Courier courier() {
    return parts.courier();
  }

  public Faults faults() {
    return parts.faults();
  }

  public RateLimits rateLimits() {
    return parts.limits();
  }

  public void goDown() {
    parts.server().goDown();
  }

  public void comeUp() {
    parts.server().comeUp();
  }

  /** A public channel with the bot in it, made when it is not there. */
  public Place channel(String name) {
    return place(name, Channel.Kind.PUBLIC, Set.of(BOT_USER));
  }

  /** A private channel with the bot in it. */
  public Place privateChannel(String name) {
    return place(name, Channel.Kind.PRIVATE, Set.of(BOT_USER));
  }

  private Place place(String name, Channel.Kind kind, Set<String> first) {
    synchronized (parts.ledger()) {
      var workspace = parts.workspace();
      var found = workspace.named(name).orElseGet(() -> workspace.create(name, kind, first));
      return new Place(parts.desk(), found);
    }
  }

  /** Somebody, made when not there; the address is the id in lower case at example.com. */
  public Person user(String id) {
    return new Person(parts.desk(), member(id));
  }

  public Member member(String id) {
    synchronized (parts.ledger()) {
      return parts
          .workspace()
          .members()
          .computeIfAbsent(id, it -> new Member(it, it.toLowerCase()));
    }
  }

  public UserGroup group(String handle, List<String> users) {
    synchronized (parts.ledger()) {
      return parts.workspace().createGroup(handle, users);
    }
  }

  /** Says beforehand what will come, or what may. */
  public Expectations expect() {
    return new Expectations(parts.ledger());
  }

  /** A call of a method that changes something. */
  public Entry takeCall(String method) {
    return parts
        .ledger()
        .take("a call of " + method, it -> it.is(Kind.CALL) && it.method().equals(method));
  }

  /** A call that was answered with this error. */
  public Entry takeRefusal(String method, String error) {
    return parts
        .ledger()
        .take(
            method + " refused because of " + error,
            it -> it.is(Kind.REFUSAL) && it.method().equals(method) && it.says(error));
  }

  /** Everything that came so far, for questions that no other method answers. */
  public List<Entry> entries() {
    return parts.ledger().entries();
  }

  /** What is wrong up to now; closing fails if anything is. */
  public List<String> complaints() {
    return parts.ledger().complaints();
  }

  /** For what comes over a platform that may say things twice; never for pages or replies. */
  public void forgiveDoubles() {
    parts.ledger().forgiveDoubles();
  }

  @Override
  public void close() {
    parts.server().close();
    var complaints = complaints();
    if (!complaints.isEmpty()) {
      throw new AssertionError("Slack did not expect this:\n  " + String.join("\n  ", complaints));
    }
  }
}
