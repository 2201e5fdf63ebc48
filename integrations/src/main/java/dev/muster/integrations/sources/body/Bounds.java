package dev.muster.integrations.sources.body;

import dev.muster.commands.text.Sha256;
import java.util.Map;
import java.util.TreeMap;

/** How much of a sender's words an alert keeps; the body itself is kept whole. */
public final class Bounds {

  /** More than any sender puts into five megabytes. */
  public static final int ALERTS = 20_000;

  public static final int TITLE = 250;
  public static final int SUMMARY = 2_000;
  public static final int SEVERITY = 100;
  public static final int GROUP_KEY = 2_000;
  public static final int DEDUP_KEY = 255;

  static final int NAME = 250;
  static final int VALUE = 4_000;
  static final int ENTRIES = 100;

  private Bounds() {}

  /** Labels or annotations: the first hundred, each value as its text. */
  public static Map<String, String> entries(Json.Fields fields) {
    var entries = new TreeMap<String, String>();
    for (var field : fields.values().entrySet()) {
      if (entries.size() == ENTRIES) {
        return entries;
      }
      entries.put(
          CleanText.cut(field.getKey(), NAME), CleanText.cut(field.getValue().asText(), VALUE));
    }
    return entries;
  }

  /** An identity of at most that length: a longer one is replaced by its hash. */
  public static String key(String key, int max) {
    return key.length() <= max ? key : Sha256.hex(key);
  }
}
