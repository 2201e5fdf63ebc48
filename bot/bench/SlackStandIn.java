import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * As much of Slack's Web API as posts take, at Slack's rates: a message a second into each channel,
 * three of them at once, and fifty edits a minute. It notes when which incident's post came, and
 * what it shows. Thread-safe.
 */
class SlackStandIn {

  private static final Pattern POST = Pattern.compile("\"key\":\"incident:(\\d+)\"");
  private static final Pattern ALERTS = Pattern.compile("(\\d+) alerts");
  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong ids = new AtomicLong(1_000_000);
  private final Map<String, ArrayDeque<Long>> calls = new HashMap<>();
  private final Map<String, String> incidents = new ConcurrentHashMap<>();

  /** By the incident's number, as of System.nanoTime. */
  final Map<String, Long> posted = new ConcurrentHashMap<>();

  /** How many posts an incident has, and how many alerts the last one speaks of. */
  final Map<String, Integer> posts = new ConcurrentHashMap<>();

  final Map<String, Integer> shown = new ConcurrentHashMap<>();
  final AtomicInteger edits = new AtomicInteger();
  final AtomicInteger tooMany = new AtomicInteger();

  /** Answers the port, which the system chose. */
  int start() throws IOException {
    var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.start();
    return server.getAddress().getPort();
  }

  private void take(HttpExchange exchange) throws IOException {
    var now = System.nanoTime();
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var method = exchange.getRequestURI().getPath().replaceFirst("^/api/", "");
    var form = form(body);
    if (isTooMuch(method, form.getOrDefault("channel", ""), now)) {
      tooMany.incrementAndGet();
      exchange.getResponseHeaders().set("Retry-After", "1");
      answer(exchange, 429, "{\"ok\":false,\"error\":\"ratelimited\"}");
      return;
    }
    answer(exchange, 200, answer(method, form, now));
  }

  private String answer(String method, Map<String, String> form, long now) {
    return switch (method) {
      case "chat.postMessage" -> {
        var ts = "1700000000." + ids.incrementAndGet();
        post(form, ts, now);
        yield sent(form.get("channel"), ts);
      }
      case "chat.update" -> {
        edits.incrementAndGet();
        show(incidents.get(form.get("ts")), form);
        yield sent(form.get("channel"), form.get("ts"));
      }
      case "conversations.history", "conversations.replies" ->
          "{\"ok\":true,\"messages\":[],\"has_more\":false}";
      case "auth.test" ->
          "{\"ok\":true,\"team_id\":\"T0BENCH01\",\"user_id\":\"U0BENCH\",\"bot_id\":\"B0BENCH\"}";
      default -> "{\"ok\":true}";
    };
  }

  private void post(Map<String, String> form, String ts, long now) {
    var incident = POST.matcher(form.getOrDefault("metadata", ""));
    if (!form.containsKey("thread_ts") && incident.find()) {
      var id = incident.group(1);
      posted.putIfAbsent(id, now);
      posts.merge(id, 1, Integer::sum);
      incidents.put(ts, id);
      show(id, form);
    }
  }

  private void show(String incident, Map<String, String> form) {
    var alerts = ALERTS.matcher(form.getOrDefault("blocks", ""));
    if (incident != null && alerts.find()) {
      shown.put(incident, Integer.parseInt(alerts.group(1)));
    }
  }

  private synchronized boolean isTooMuch(String method, String channel, long now) {
    return switch (method) {
      case "chat.postMessage" -> isTooMuch(method + channel, 3, 3 * SECOND, now);
      case "chat.update" -> isTooMuch(method, 50, 60 * SECOND, now);
      default -> false;
    };
  }

  private boolean isTooMuch(String lane, int most, long window, long now) {
    var recent = calls.computeIfAbsent(lane, _ -> new ArrayDeque<>());
    while (!recent.isEmpty() && recent.peek() <= now - window) {
      recent.remove();
    }
    return recent.size() >= most || !recent.add(now);
  }

  private static String sent(String channel, String ts) {
    return "{\"ok\":true,\"channel\":\"%s\",\"ts\":\"%s\",\"message\":{\"ts\":\"%2$s\"}}"
        .formatted(channel, ts);
  }

  private static Map<String, String> form(String body) {
    return Arrays.stream(body.split("&"))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(
            Collectors.toMap(
                pair -> pair[0],
                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                (first, _) -> first));
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
