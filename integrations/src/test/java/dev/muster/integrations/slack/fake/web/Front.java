package dev.muster.integrations.slack.fake.web;

import dev.muster.integrations.slack.fake.answer.Answer;
import dev.muster.integrations.slack.fake.fault.Fault;
import dev.muster.integrations.slack.fake.fault.Faults;

/** Which part answers a request, by its path. */
public final class Front {

  public static final String API = "/api/";
  public static final String RESPONSE = "/response/";

  private final WebApi api;
  private final Hook hook;
  private final Faults faults;

  public Front(WebApi api, Hook hook, Faults faults) {
    this.api = api;
    this.hook = hook;
    this.faults = faults;
  }

  Reaction react(String path, Request request) {
    if (path.startsWith(API)) {
      return api.react(path.substring(API.length()), request);
    }
    if (path.startsWith(RESPONSE)) {
      return respond(path.substring(RESPONSE.length()), request.body());
    }
    return Reaction.plain(Answer.page(404, "<html><body>There is nothing here.</body></html>"));
  }

  private Reaction respond(String id, String body) {
    var fault = faults.next("response_url", "");
    var asAsked =
        fault
            .filter(it -> !it.done())
            .map(_ -> Answer.plain(500, ""))
            .orElseGet(() -> hook.post(id, body));
    var said =
        fault.orElse(null) instanceof Fault.Answers(Answer answer, boolean _) ? answer : asAsked;
    return new Reaction(said, fault);
  }
}
