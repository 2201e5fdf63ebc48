package dev.muster.integrations.slack.fake.web;

import dev.muster.integrations.slack.fake.answer.Answer;
import dev.muster.integrations.slack.fake.answer.Refused;
import dev.muster.integrations.slack.fake.fault.Fault;
import dev.muster.integrations.slack.fake.fault.Faults;
import dev.muster.integrations.slack.fake.model.Json;
import dev.muster.integrations.slack.fake.strict.Entry;
import dev.muster.integrations.slack.fake.strict.Ledger;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** What stands before every method: the token, the scope, the rate, the arguments, the faults. */
public final class WebApi {

  private final MethodTable table = new MethodTable();
  private final Ledger ledger;
  private final Gates gates;
  private final Map<String, Method> methods;

  /** Who is let in, how often, and what goes wrong. */
  public record Gates(Tokens tokens, RateLimits limits, Faults faults, InstantSource clock) {}

  public WebApi(Ledger ledger, Gates gates, Map<String, Method> methods) {
    this.ledger = ledger;
    this.gates = gates;
    this.methods = methods;
  }

  Reaction react(String name, Request request) {
    var where = "";
    try {
      var spec = table.find(name).orElseThrow(() -> Refused.because("unknown_method"));
      var token = gates.tokens().check(request.secret(), spec);
      var arguments = request.arguments(!spec.rights().readsOnly());
      where = channelOf(arguments);
      var wait = gates.limits().secondsToWait(spec, where);
      return wait > 0
          ? Reaction.plain(Answer.tooMany(wait))
          : attempt(new Call(spec, token, arguments), spec, where);
    } catch (Refused refused) {
      note(name, where, refused);
      return Reaction.plain(Answer.json(refused.body()));
    } catch (RuntimeException broken) {
      ledger.add(Entry.oddity(name, "the fake itself broke: " + broken));
      return Reaction.plain(Answer.plain(500, broken.toString()));
    }
  }

  private Reaction attempt(Call call, MethodSpec spec, String where) {
    var fault = gates.faults().next(spec.name(), where);
    if (fault.isPresent() && !fault.get().done()) {
      return new Reaction(answerOf(fault.get(), Answer.error("internal_error")), fault);
    }
    checkArguments(call, spec);
    var answer = Answer.json(perform(call)).with(headers(call));
    return fault
        .map(it -> new Reaction(answerOf(it, answer), fault))
        .orElseGet(() -> Reaction.plain(answer));
  }

  /** What the token may do, and what Slack's clock says to the second. */
  private Map<String, String> headers(Call call) {
    var now = ZonedDateTime.ofInstant(gates.clock().instant(), ZoneOffset.UTC);
    return Map.of(
        "X-OAuth-Scopes",
        call.token().provided(),
        "Date",
        DateTimeFormatter.RFC_1123_DATE_TIME.format(now));
  }

  private ObjectNode perform(Call call) {
    synchronized (ledger) {
      var more = methods.get(call.method()).answer(call);
      return Json.object().put("ok", true).setAll(more);
    }
  }

  private void checkArguments(Call call, MethodSpec spec) {
    var missing =
        spec.required().stream()
            .filter(it -> !call.has(it) || call.json(it).isString() && call.text(it).isEmpty())
            .filter(it -> !it.equals("topic") || !call.has(it))
            .sorted()
            .map(it -> "missing required field: " + it)
            .toList();
    if (!missing.isEmpty()) {
      throw Refused.because("invalid_arguments", missing);
    }
    for (var name : call.arguments().propertyNames()) {
      if (!spec.knows(name)) {
        ledger.add(Entry.oddity(spec.name(), "there is no argument " + name));
      }
    }
  }

  /** Not having found what was only asked for is no mistake. */
  private void note(String method, String where, Refused refused) {
    var readsOnly = table.find(method).filter(it -> it.rights().readsOnly()).isPresent();
    if (!(readsOnly && refused.error().endsWith("_not_found"))) {
      ledger.add(Entry.refusal(method, where, refused.error()));
    }
  }

  private String channelOf(ObjectNode arguments) {
    return List.of("channel", "channel_id").stream()
        .map(it -> Json.text(arguments, it))
        .filter(it -> !it.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static Answer answerOf(Fault fault, Answer otherwise) {
    return fault instanceof Fault.Answers(Answer answer, boolean _) ? answer : otherwise;
  }
}
