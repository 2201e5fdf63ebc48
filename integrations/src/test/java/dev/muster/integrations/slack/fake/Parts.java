package dev.muster.integrations.slack.fake;

import dev.muster.integrations.slack.fake.delivery.Courier;
import dev.muster.integrations.slack.fake.delivery.Sockets;
import dev.muster.integrations.slack.fake.fault.Faults;
import dev.muster.integrations.slack.fake.methods.Methods;
import dev.muster.integrations.slack.fake.model.Triggers;
import dev.muster.integrations.slack.fake.model.Workspace;
import dev.muster.integrations.slack.fake.people.Desk;
import dev.muster.integrations.slack.fake.response.ResponseUrls;
import dev.muster.integrations.slack.fake.response.Responses;
import dev.muster.integrations.slack.fake.strict.Ledger;
import dev.muster.integrations.slack.fake.web.Front;
import dev.muster.integrations.slack.fake.web.RateLimits;
import dev.muster.integrations.slack.fake.web.Server;
import dev.muster.integrations.slack.fake.web.Tokens;
import dev.muster.integrations.slack.fake.web.WebApi;
import java.time.InstantSource;

/** The fake's parts, put together. */
record Parts(Keeping keeping, Rules rules, Wires wires, Desk desk) {

  static final String SIGNING_SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

  record Keeping(InstantSource clock, Workspace workspace, Ledger ledger) {}

  record Rules(Tokens tokens, RateLimits limits, Faults faults) {}

  record Wires(Server server, Sockets sockets, Courier courier) {}

  static Parts build(InstantSource clock) {
    var ledger = new Ledger();
    var keeping = new Keeping(clock, new Workspace(clock), ledger);
    var rules = new Rules(new Tokens(), new RateLimits(clock, ledger), new Faults());
    var wires = new Wires(new Server(), new Sockets(ledger), new Courier(ledger));
    var triggers = new Triggers(clock);
    var responses = new Responses(keeping.workspace(), ledger);
    var urls = new ResponseUrls(keeping.workspace(), ledger, responses);
    start(keeping, rules, wires, triggers, urls);
    var answers = new Desk.Answers(triggers, urls, responses, id -> urlOf(wires, id));
    return new Parts(
        keeping, rules, wires, new Desk(keeping.workspace(), ledger, wires.courier(), answers));
  }

  private static void start(
      Keeping keeping, Rules rules, Wires wires, Triggers triggers, ResponseUrls urls) {
    var methods =
        Methods.all(keeping.workspace(), triggers, keeping.ledger(), () -> socketUrlOf(wires));
    var gates = new WebApi.Gates(rules.tokens(), rules.limits(), rules.faults(), keeping.clock());
    var api = new WebApi(keeping.ledger(), gates, methods);
    var front = new Front(api, urls::post, rules.faults());
    wires
        .server()
        .start(
            new Server.Handlers(front, wires.sockets()::checkTicket, wires.sockets()::connected));
  }

  private static String socketUrlOf(Wires wires) {
    return "ws://%s/link/?ticket=%s&app_id=%s"
        .formatted(wires.server().address(), wires.sockets().ticket(), Workspace.APP);
  }

  private static String urlOf(Wires wires, String id) {
    return "http://" + wires.server().address() + Front.RESPONSE + id;
  }

  InstantSource clock() {
    return keeping.clock();
  }

  Workspace workspace() {
    return keeping.workspace();
  }

  Ledger ledger() {
    return keeping.ledger();
  }

  Tokens tokens() {
    return rules.tokens();
  }

  RateLimits limits() {
    return rules.limits();
  }

  Faults faults() {
    return rules.faults();
  }

  Server server() {
    return wires.server();
  }

  Sockets sockets() {
    return wires.sockets();
  }

  Courier courier() {
    return wires.courier();
  }
}
