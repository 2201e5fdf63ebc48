package dev.muster.integrations.sources.body;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;

/** Bodies that are forms ({@code name=value&name=value}), as the JSON object that they mean. */
public final class FormBody {

  private static final int LONGEST = 64 * 1024;
  private static final Pattern FIELD = Pattern.compile("[\\w.%+\\[\\]-]+=\\S*");

  private FormBody() {}

  /** The body itself when it is no form. */
  public static byte[] toJson(byte[] body) {
    if (body.length == 0 || body.length > LONGEST || body[0] == '{' || body[0] == '[') {
      return body;
    }
    var form = new String(body, StandardCharsets.UTF_8).strip().split("&");
    return Arrays.stream(form).allMatch(field -> FIELD.matcher(field).matches())
        ? JsonText.of(fields(form)).getBytes(StandardCharsets.UTF_8)
        : body;
  }

  private static Json.Fields fields(String[] form) {
    var fields = new LinkedHashMap<String, Json>();
    for (var field : form) {
      var equals = field.indexOf('=');
      fields.put(
          decoded(field.substring(0, equals)), new Json.Text(decoded(field.substring(equals + 1))));
    }
    return new Json.Fields(fields);
  }

  private static String decoded(String text) {
    try {
      return CleanText.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notEncoded) {
      return CleanText.of(text);
    }
  }
}
