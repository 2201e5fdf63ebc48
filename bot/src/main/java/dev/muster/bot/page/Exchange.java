package dev.muster.bot.page;

import dev.muster.bot.http.Blocking;
import dev.muster.commands.people.Person;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Reads requests, has them answered on a virtual thread, and writes the answers. Thread-safe. */
public final class Exchange {

  private final Blocking blocking;
  private final Gate gate;
  private final Failures failures;

  public Exchange(Blocking blocking, Gate gate, Failures failures) {
    this.blocking = blocking;
    this.gate = gate;
    this.failures = failures;
  }

  /** Answers with a whole page. */
  public void page(RoutingContext context, Function<Visit, Answer> work) {
    known(context, false, work, () -> gate.strangersPage(wanted(context)));
  }

  /** Answers with a part of a page, or a whole one where no script asks. */
  public void part(RoutingContext context, Function<Visit, Answer> work) {
    known(context, isPart(context), work, gate::strangersPart);
  }

  /** Answers anybody, with a page or, where a script asks, with a part of one. */
  public void open(RoutingContext context, Callable<Answer> whole, Callable<Answer> part) {
    open(context, isPart(context) ? part : whole);
  }

  /** Answers anybody. */
  public void open(RoutingContext context, Callable<Answer> work) {
    answer(context, isPart(context), UUID.randomUUID().toString(), work);
  }

  public Optional<Person> person(RoutingContext context) {
    var cookie = context.request().getCookie(Gate.COOKIE);
    return cookie == null ? Optional.empty() : gate.person(cookie.getValue());
  }

  /** The form's values before the address's. */
  public Map<String, String> values(RoutingContext context) {
    var values = new HashMap<String, String>();
    addFirst(context.queryParams(), values);
    addFirst(context.request().formAttributes(), values);
    values.putAll(context.pathParams());
    return values;
  }

  /** With the address, so that it can be opened as soon as we know who asks. */
  private Map<String, String> wanted(RoutingContext context) {
    var values = values(context);
    values.put("next", context.request().uri());
    return values;
  }

  private void known(
      RoutingContext context,
      boolean isPart,
      Function<Visit, Answer> work,
      Callable<Answer> forStrangers) {
    var id = UUID.randomUUID().toString();
    var person = person(context);
    if (person.isEmpty()) {
      answer(context, isPart, id, forStrangers);
      return;
    }
    var site = Guard.address(context.request());
    var visit = new Visit(person.get(), values(context), isPart, site, id);
    answer(context, isPart, id, () -> work.apply(visit));
  }

  private void answer(RoutingContext context, boolean isPart, String id, Callable<Answer> work) {
    blocking
        .run(work)
        .onSuccess(answer -> write(context, answer))
        .onFailure(failure -> write(context, failures.answer(failure, isPart, id)));
  }

  private static void write(RoutingContext context, Answer answer) {
    var response = context.response();
    if (response.ended() || response.closed()) {
      return;
    }
    Guard.protect(response);
    response
        .setStatusCode(answer.status())
        .putHeader("Cache-Control", "no-store")
        .putHeader("Content-Type", "text/html; charset=utf-8");
    answer.headers().forEach(response::putHeader);
    response.end(answer.html());
  }

  private static boolean isPart(RoutingContext context) {
    return context.request().getHeader("HX-Request") != null;
  }

  private static void addFirst(MultiMap from, Map<String, String> to) {
    from.names()
        .forEach(name -> {
          var value = from.get(name);
          if (value != null) {
            to.put(name, value.replace("\0", "")); // which no database takes
          }
        });
  }
}
