import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Slash commands as Slack sends them, each by itself and signed now, for slack.lua to send within
 * the next five minutes: a load generator that signs would measure itself.
 *
 * <pre>SIGNING_SECRET=… java Slash.java COUNT COMMAND TEXT PEOPLE</pre>
 *
 * Prints a line for each: time, signature, body. People take turns.
 */
class Slash {

  public static void main(String[] args) throws Exception {
    var count = Integer.parseInt(args[0]);
    var people = Integer.parseInt(args[3]);
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(System.getenv("SIGNING_SECRET").getBytes(), "HmacSHA256"));
    var now = System.currentTimeMillis();
    try (var out = new PrintStream(System.out, false)) {
      for (var i = 0; i < count; i++) {
        var body = body(args[1], args[2], i % people, now + "." + i);
        var stamp = now / 1000;
        var signature = HexFormat.of().formatHex(mac.doFinal(bytes("v0:" + stamp + ":" + body)));
        out.append(stamp + " v0=" + signature + " " + body + "\n");
      }
    }
  }

  private static String body(String command, String text, int person, String unique)
      throws IOException {
    return ("token=Xa9mB2kQzv7LrT4cWd8eYp1n&team_id=T0BENCH01&team_domain=benchmark"
            + "&channel_id=C%05d&channel_name=c%d&user_id=U%05d&user_name=p%d&command=%s&text=%s"
            + "&api_app_id=A0BENCH01&is_enterprise_install=false&response_url=%s&trigger_id=%s")
        .formatted(
            person % 50,
            person % 50,
            person,
            person,
            encoded(command),
            encoded(text),
            encoded("http://127.0.0.1:9/commands/T0BENCH01/" + unique + "/k3JxQvNw"),
            encoded(unique + ".d0c9b8a7f6e5d4c3b2a1f0e9d8c7b6a5"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
