package dev.muster.bot.endtoend;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** A secret that is to be found nowhere, in the forms in which it may turn up. */
record Planted(String secret) {

  /** How others would write it: whatever they put before it moves the digits of base64. */
  Map<String, String> written() {
    var all = new LinkedHashMap<String, String>();
    all.put("plain", secret);
    all.put("inText", "the token is " + secret + ", keep it");
    for (var before : List.of("", "u", "us", "user:")) {
      all.put("base64" + before.length(), base64(before + secret + "\n"));
    }
    all.put("url", encoded());
    all.put("json", "{\"token\": \"" + json() + "\"}");
    return all;
  }

  String encoded() {
    return URLEncoder.encode(secret, StandardCharsets.UTF_8);
  }

  String json() {
    return secret.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  /** By name, what must not be found. */
  Map<String, String> needles() {
    var all = new LinkedHashMap<String, String>();
    all.put("plain", secret);
    all.put("first half", secret.substring(0, secret.length() / 2 + 1));
    all.put("last half", secret.substring(secret.length() / 2 - 1));
    all.put("URL-encoded", encoded());
    all.put("URL-encoded in small letters", lower());
    all.put("JSON", json());
    all.put("JSON in JSON", json().replace("\\", "\\\\").replace("\"", "\\\""));
    all.put("bytes", HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)));
    for (var shift = 0; shift < 3; shift++) {
      // Without the digits at both ends, which what stands beside it has a part in.
      var digits = base64("x".repeat(shift) + secret);
      var first = (shift * 8 + 5) / 6;
      all.put("base64 after " + shift, digits.substring(first, digits.length() - 4));
    }
    return all;
  }

  /** Which of them are in it. */
  List<String> in(String text) {
    var found = new ArrayList<String>();
    needles()
        .forEach((name, needle) -> {
          var at = text.indexOf(needle);
          if (at >= 0) {
            var around = text.substring(Math.max(0, at - 120), Math.min(text.length(), at + 60));
            found.add(name + ": …" + around + "…");
          }
        });
    return found;
  }

  private String lower() {
    return Pattern.compile("%[0-9A-F]{2}")
        .matcher(encoded())
        .replaceAll(code -> code.group().toLowerCase(Locale.ROOT));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
