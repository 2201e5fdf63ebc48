package dev.muster.runbooks.redact;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;

/** The forms in which a secret may turn up. */
final class SecretForms {

  /** What is shorter turns up everywhere by chance, and its cover would tell where. */
  private static final int SHORTEST = 4;

  private SecretForms() {}

  static Set<String> of(String secret) {
    var forms = new LinkedHashSet<String>();
    add(forms, secret);
    secret.lines().filter(line -> line.length() >= 2 * SHORTEST).forEach(l -> add(forms, l));
    forms.removeIf(form -> form.strip().length() < SHORTEST);
    return forms;
  }

  private static void add(Set<String> forms, String secret) {
    forms.add(secret);
    forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
    forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"));
    forms.add(escaped(secret));
    forms.add(escaped(secret).replace("/", "\\/"));
    for (var shift = 0; shift < 3; shift++) {
      base64(forms, Base64.getEncoder(), secret, shift);
      base64(forms, Base64.getUrlEncoder(), secret, shift);
    }
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
    }
    Arrays.fill(shifted, (byte) 0);
  }

  /** As JSON writes it. */
  private static String escaped(String text) {
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
              if (c < ' ') {
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
