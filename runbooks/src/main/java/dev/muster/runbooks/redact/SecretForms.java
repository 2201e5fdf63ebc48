package dev.muster.runbooks.redact;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The forms in which a secret may turn up. */
final class SecretForms {

  /** What is shorter turns up everywhere by chance, and its cover would tell where. */
  private static final int SHORTEST = 4;

  private static final int LAST_OF_ASCII = 0x7e;
  private static final int LAST_OF_UNICODE = 0xffff;
  private static final List<Integer> LINES = List.of(64, 76);

  /** In an address: it turns up without the rest, too. */
  private static final Pattern PASSWORD = Pattern.compile("://[^:/?#@]*:([^@/?#]+)@");

  private static final Pattern HEX = Pattern.compile("%[0-9A-F]{2}");

  private SecretForms() {}

  static Set<String> of(String secret) {
    var forms = new LinkedHashSet<String>();
    add(forms, secret);
    add(forms, secret.strip());
    secret.lines().map(String::strip).forEach(line -> add(forms, line));
    var password = PASSWORD.matcher(secret);
    if (password.find()) {
      add(forms, password.group(1));
      add(forms, decoded(password.group(1)));
    }
    forms.removeIf(form -> form.strip().length() < SHORTEST);
    return forms;
  }

  private static String decoded(String encoded) {
    try {
      return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return encoded;
    }
  }

  private static void add(Set<String> forms, String secret) {
    if (secret.isEmpty()) {
      return;
    }
    forms.add(secret);
    encoded(forms, URLEncoder.encode(secret, StandardCharsets.UTF_8));
    json(forms, escaped(secret, LAST_OF_UNICODE));
    json(forms, escaped(secret, LAST_OF_ASCII));
    for (var shift = 0; shift < 3; shift++) {
      base64(forms, Base64.getEncoder(), secret, shift);
      base64(forms, Base64.getUrlEncoder(), secret, shift);
    }
  }

  /** As forms, paths and the browsers' own way have it, in capitals or not. */
  private static void encoded(Set<String> forms, String form) {
    var path = form.replace("+", "%20").replace("%7E", "~");
    var script = path;
    for (var plain : List.of("!", "'", "(", ")")) {
      script = script.replace("%%%02X".formatted((int) plain.charAt(0)), plain);
    }
    for (var way :
        List.of(form, form.replace("+", "%20"), path, path.replace("*", "%2A"), script)) {
      forms.add(way);
      forms.add(HEX.matcher(way).replaceAll(code -> code.group().toLowerCase(Locale.ROOT)));
    }
  }

  /** With and without what some write in another way so that it can stand in HTML. */
  private static void json(Set<String> forms, String text) {
    forms.add(text);
    forms.add(text.replace("/", "\\/"));
    forms.add(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"));
  }

  /** Without the digits at both ends that depend on what stands beside the secret. */
  private static void base64(Set<String> forms, Base64.Encoder encoder, String secret, int shift) {
    var bytes = secret.getBytes(StandardCharsets.UTF_8);
    var shifted = new byte[shift + bytes.length];
    System.arraycopy(bytes, 0, shifted, shift, bytes.length);
    var digits = encoder.withoutPadding().encodeToString(shifted);
    var first = (shift * 8 + 5) / 6;
    var end = shifted.length * 8 / 6;
    if (end - first >= SHORTEST) {
      forms.add(digits.substring(first, end));
    }
    if (shift == 0) {
      forms.add(encoder.encodeToString(bytes));
      forms.add(digits);
      LINES.forEach(length -> lines(forms, digits, length));
    }
    Arrays.fill(shifted, (byte) 0);
  }

  /** As it is broken into lines, each of which may be told alone. */
  private static void lines(Set<String> forms, String digits, int length) {
    for (var at = 0; digits.length() > length && at < digits.length(); at += length) {
      forms.add(digits.substring(at, Math.min(digits.length(), at + length)));
    }
  }

  /**
   * As JSON writes it.
   *
   * @param last what comes after it is written as its number
   */
  private static String escaped(String text, int last) {
    var json = new StringBuilder();
    text.chars()
        .forEach(c -> {
          switch (c) {
            case '"' -> json.append("\\\"");
            case '\\' -> json.append("\\\\");
            case '\n' -> json.append("\\n");
            case '\r' -> json.append("\\r");
            case '\t' -> json.append("\\t");
            default -> {
              if (c < ' ' || c > last) {
                json.append("\\u%04x".formatted(c));
              } else {
                json.append((char) c);
              }
            }
          }
        });
    return json.toString();
  }
}
