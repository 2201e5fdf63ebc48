package dev.muster.bot.page;

import dev.muster.bot.http.Blocking;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Map;
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
    known(context, false, work);
  }

  /** Answers with a part of a page, or a whole one where no script asks. */
  public void part(RoutingContext context, Function<Visit, Answer> work) {
    known(context, isPart(context), work);
  }

  /** Answers anybody, known or not; only those whom we do not believe are refused. */
  public void visitor(RoutingContext context, Function<Visitor, Answer> work) {
    var knock = knock(context);
    var values = values(context);
    answer(
        context,
        false,
        knock.requestId(),
        () ->
            switch (gate.caller(knock)) {
              case Caller.Refused refused -> failures.refused(refused, false);
              case Caller caller -> work.apply(new Visitor(caller, knock, values));
            });
  }

  /** Somebody who may be anybody. */
  public record Visitor(Caller caller, Knock knock, Map<String, String> values) {

    /** Empty when it was not said. */
    public String value(String name) {
      return values.getOrDefault(name, "").strip();
    }
  }

  /** Answers anybody, with a page or, where a script asks, with a part of one. */
  public void open(RoutingContext context, Callable<Answer> whole, Callable<Answer> part) {
    open(context, isPart(context) ? part : whole);
  }

  /** Answers anybody. */
  public void open(RoutingContext context, Callable<Answer> work) {
    answer(context, isPart(context), UUID.randomUUID().toString(), work);
  }

  /** What a request shows of who sent it. On the event loop. */
  public Knock knock(RoutingContext context) {
    return Knock.of(context.request(), UUID.randomUUID().toString());
  }

  /** Who it is, asked on a virtual thread. */
  public Future<Caller> caller(Knock knock) {
    return blocking.run(() -> gate.caller(knock));
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

  private void known(RoutingContext context, boolean isPart, Function<Visit, Answer> work) {
    var knock = knock(context);
    var values = values(context);
    var wanted = wanted(context);
    var site = Guard.address(context.request());
    answer(
        context,
        isPart,
        knock.requestId(),
        () ->
            switch (gate.caller(knock)) {
              case Caller.Known known ->
                  work.apply(new Visit(known, values, isPart, site, knock.requestId()));
              case Caller.Stranger _ -> isPart ? gate.strangersPart() : gate.strangersPage(wanted);
              case Caller.Refused refused -> failures.refused(refused, isPart);
            });
  }

  private void answer(RoutingContext context, boolean isPart, String id, Callable<Answer> work) {
    blocking
        .run(work)
        .onSuccess(answer -> write(context, answer))
        .onFailure(failure -> write(context, failures.answer(failure, asked(context, isPart), id)));
  }

  private static Failures.Asked asked(RoutingContext context, boolean isPart) {
    return new Failures.Asked(isPart, context.request().method().equals(HttpMethod.GET));
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
