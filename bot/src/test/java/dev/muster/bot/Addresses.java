package dev.muster.bot;

import dev.muster.bot.Strangers.Identity;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is tried at each address of the router, and which answers let nobody in. */
final class Addresses {

  /** How a denial begins, as it stands in a page. */
  static final String DENIED = "You can&#39;t run";

  private static final Map<String, String> OURS = Map.of("Sec-Fetch-Site", "same-origin");
  private static final Map<String, String> THEIRS = Map.of("Sec-Fetch-Site", "cross-site");
  private static final Map<String, String> PART = Map.of("HX-Request", "true");
  private static final Map<String, String> FORM =
      Map.of("Content-Type", "application/x-www-form-urlencoded");
  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
  private static final String DECLARE = "/incident declare %22let me in%22";
  private static final String RUN = "{\"as\": \"devops\", \"text\": \"/incident declare no\"}";

  private final Strangers strangers;
  private final Map<String, List<Attempt>> rows = new HashMap<>();

  /**
   * One try.
   *
   * @param good the status of each answer that lets nobody in
   * @param says a part of that answer
   */
  record Attempt(Identity who, String path, String body, Set<Integer> good, String says) {}

  /** Paths of things that are there, by their routes. */
  Addresses(Strangers strangers, Map<String, String> there) {
    this.strangers = strangers;
    open("GET /health", "GET /health/live", "GET /health/ready", "GET /metrics");
    open("GET /api/openapi.json");
    open("GET /login");
    rows.put("GET /assets/:version/:file", tries("/assets/x/chat.css", Set.of(200)));
    page("GET /", 200);
    page("GET /chat", 200);
    for (var list : List.of("/incidents", "/alerts", "/deliveries")) {
      page("GET " + list, 403);
      page("GET " + list + "/:id", there.get(list), 403);
      api("GET /api/v1" + list, "");
      api("GET /api/v1" + list + "/:id", "/api/v1" + there.get(list), "");
    }
    rows.remove("GET /api/v1/alerts/:id");
    api("GET /api/v1/deliveries/:id/body", "/api/v1" + there.get("/deliveries") + "/body", "");
    page("GET /silences", 403);
    page("GET /runs", 403);
    page("GET /runs/:id", there.get("/runs"), 403);
    api("GET /api/v1/runs", "");
    api("GET /api/v1/runs/:id", "/api/v1" + there.get("/runs"), "");
    api("GET /api/v1/runs/:id/log", "/api/v1" + there.get("/runs") + "/log", "");
    page("GET /operations", 403);
    page("GET /operations/:id", there.get("/operations"), 403);
    api("GET /api/v1/operations", "");
    api("GET /api/v1/operations/:id", "/api/v1" + there.get("/operations"), "");
    api("GET /api/v1/silences", "");
    api("GET /api/v1/oncall", "");
    api("GET /api/v1/schedules/:id/shifts", "/api/v1/schedules/primary/shifts", "");
    api("POST /api/v1/commands", RUN);
    part("GET /chat/messages/:id", there.get("/chat/messages"));
    part("GET /chat/complete", "/chat/complete?text=/");
    part("GET /live", "/live?channel=incidents");
    form("POST /chat/send", "channel=incidents&thread=&text=" + DECLARE);
    form("POST /chat/run", "channel=incidents&thread=&command=" + DECLARE);
    form(
        "POST /chat/form", "channel=incidents&thread=&command=/incident declare&f.title=let me in");
    var incident = there.get("/incidents");
    page("GET /incidents/:id/edit", incident + "/edit", 403);
    for (var form : List.of("edit", "update", "note")) {
      var body = "f.text=let me in&f.title=let me in";
      form(
          "POST /incidents/:id/" + form, incident + "/" + form, body, 403, "You can&#39;t do this");
    }
    login();
    intake();
    slack();
  }

  Map<String, List<Attempt>> rows() {
    return rows;
  }

  private void open(String... routes) {
    for (var route : routes) {
      var isLogin = route.equals("GET /login");
      var attempts = new ArrayList<Attempt>();
      strangers.onPages().forEach(who -> attempts.add(get(who, path(route), Set.of(200))));
      strangers
          .forgers()
          .forEach(who -> attempts.add(get(who, path(route), Set.of(isLogin ? 401 : 200))));
      rows.put(route, attempts);
    }
  }

  private List<Attempt> tries(String path, Set<Integer> good) {
    return strangers.onPages().stream().map(who -> get(who, path, good)).toList();
  }

  private void page(String route, int toGuests) {
    page(route, path(route), toGuests);
  }

  /** Strangers are led to the login, those without the right are told so. */
  private void page(String route, String path, int toGuests) {
    var attempts = new ArrayList<>(tries(path, Set.of(303)));
    strangers.forgers().forEach(who -> attempts.add(get(who, path, Set.of(401))));
    attempts.add(get(strangers.guest(), path, Set.of(toGuests)));
    rows.put(route, attempts);
  }

  private void part(String route, String path) {
    var attempts = new ArrayList<Attempt>();
    strangers.onPages().forEach(who -> attempts.add(get(who.with(PART), path, Set.of(401))));
    strangers.forgers().forEach(who -> attempts.add(get(who.with(PART), path, Set.of(401))));
    rows.put(route, attempts);
  }

  private void form(String route, String body) {
    form(route, path(route), body, 200, DENIED);
  }

  private void form(String route, String path, String body, int toGuests, String says) {
    var attempts = new ArrayList<Attempt>();
    var post = "POST " + path;
    strangers.onPages().forEach(who -> attempts.add(form(who.with(PART), post, body, 401)));
    strangers.forgers().forEach(who -> attempts.add(form(who.with(PART), post, body, 401)));
    var guest = strangers.guest().with(PART).with(OURS).with(FORM);
    attempts.add(new Attempt(guest, path, body, Set.of(toGuests), says));
    attempts.add(fromElsewhere(path, body));
    rows.put(route, attempts);
  }

  private void api(String route, String body) {
    api(route, path(route), body);
  }

  private void api(String route, String path, String body) {
    rows.put(
        route,
        strangers.onTheApi().stream()
            .map(who -> new Attempt(who.with(JSON), path, body, Set.of(401), ""))
            .toList());
  }

  /** Whatever is asked for, nobody is logged in, and asking is answered the same to everybody. */
  private void login() {
    var opened = new ArrayList<Attempt>();
    var pressed = new ArrayList<Attempt>();
    strangers
        .deadLinks()
        .forEach((name, token) -> {
          var who = Strangers.nobody().named(name);
          opened.add(get(who, "/login/" + token, Set.of(410)));
          pressed.add(form(who, "POST /login/" + token, "", 410));
        });
    var link = "/login/" + strangers.link("devops", Duration.ZERO);
    strangers.forgers().forEach(who -> opened.add(get(who, link, Set.of(401))));
    strangers.forgers().forEach(who -> pressed.add(form(who, "POST " + link, "", 401)));
    pressed.add(fromElsewhere(link, ""));
    rows.put("GET /login/:token", opened);
    rows.put("POST /login/:token", pressed);
    rows.put(
        "POST /login",
        List.of(
            form(Strangers.nobody(), "POST /login", "name=devops", 200),
            form(Strangers.nobody().named("nobody's name"), "POST /login", "name=nobody", 200),
            form(strangers.forgers().getFirst(), "POST /login", "name=devops", 401),
            fromElsewhere("/login", "name=devops")));
    var leaving = new ArrayList<Attempt>();
    strangers.onPages().forEach(who -> leaving.add(form(who, "POST /logout", "", 303)));
    leaving.add(fromElsewhere("/logout", ""));
    rows.put("POST /logout", leaving);
  }

  private void intake() {
    var body =
        """
        {"version": "4", "status": "firing", "groupKey": "g", "alerts": [{"status": "firing",
          "labels": {"alertname": "let me in"}, "startsAt": "2026-11-21T05:20:00Z"}]}
        """;
    rows.put(
        "POST /v1/alerts/:source",
        strangers.onTheIntake().stream()
            .map(who -> new Attempt(who, "/v1/alerts/alertmanager", body, Set.of(401), ""))
            .toList());
    rows.put(
        "POST /v2/enqueue",
        List.of(Strangers.SENDER_KEY, Strangers.API_TOKEN, "demo", "guess", "").stream()
            .map(key -> {
              var who = Strangers.nobody().named("routing key: " + key);
              var event =
                  "{\"routing_key\": \""
                      + key
                      + "\", \"event_action\": \"trigger\", \"payload\":"
                      + " {\"summary\": \"x\", \"source\": \"x\", \"severity\": \"critical\"}}";
              return new Attempt(who, "/v2/enqueue", event, Set.of(400), "");
            })
            .toList());
  }

  /** Only what Slack has signed just now is read; who is logged in makes no difference. */
  private void slack() {
    var body = "command=/incident&text=declare+let+me+in&user_id=U01AAAA&trigger_id=1";
    var now = Long.toString(InstantSource.system().instant().getEpochSecond());
    var unsigned = Strangers.nobody().named("no signature");
    var forged =
        Strangers.nobody()
            .named("forged signature")
            .with(
                Map.of(
                    "X-Slack-Request-Timestamp", now, "X-Slack-Signature", "v0=" + "0".repeat(64)));
    rows.put(
        "POST /slack/events",
        List.of(unsigned, forged, strangers.devops()).stream()
            .map(who -> new Attempt(who.with(FORM), "/slack/events", body, Set.of(401), ""))
            .toList());
  }

  /** Somebody with every right, whose browser another site's page uses. */
  private Attempt fromElsewhere(String path, String body) {
    var who = strangers.devops().named("page of another site").with(THEIRS).with(FORM);
    return new Attempt(who, path, body, Set.of(403), "");
  }

  private static Attempt form(Identity who, String route, String body, int good) {
    return new Attempt(who.with(OURS).with(FORM), path(route), body, Set.of(good), "");
  }

  private static Attempt get(Identity who, String path, Set<Integer> good) {
    return new Attempt(who.with(Map.of("Accept", "text/html")), path, "", good, "");
  }

  private static String path(String route) {
    return route.substring(route.indexOf(' ') + 1);
  }
}
