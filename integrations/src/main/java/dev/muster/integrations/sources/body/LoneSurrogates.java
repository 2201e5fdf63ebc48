package dev.muster.integrations.sources.body;

/**
 * Escapes of half a character ({@code \ud800} without its other half), which Jackson refuses in
 * names and we replace wherever they stand.
 */
final class LoneSurrogates {

  private static final int ESCAPE = 6;
  private static final char[] REPLACEMENT = {'f', 'f', 'f', 'd'};

  private LoneSurrogates() {}

  /** Puts {@code \ufffd} in their place, length for length; false when there was none. */
  static boolean replace(char[] json) {
    var found = false;
    for (var at = 0; at + 1 < json.length; at++) {
      if (json[at] == '\\') {
        var unit = unit(json, at);
        if (unit >= 0 && Character.isHighSurrogate((char) unit) && lowAt(json, at + ESCAPE)) {
          at += ESCAPE;
        } else if (unit >= 0 && Character.isSurrogate((char) unit)) {
          System.arraycopy(REPLACEMENT, 0, json, at + 2, REPLACEMENT.length);
          found = true;
        }
        at++;
      }
    }
    return found;
  }

  private static boolean lowAt(char[] json, int at) {
    var unit = unit(json, at);
    return unit >= 0 && Character.isLowSurrogate((char) unit);
  }

  /** The code unit of the escape that begins there; negative when none does. */
  private static int unit(char[] json, int at) {
    if (at + ESCAPE > json.length || json[at] != '\\' || json[at + 1] != 'u') {
      return -1;
    }
    var unit = 0;
    for (var digit = at + 2; digit < at + ESCAPE; digit++) {
      var value = Character.digit(json[digit], 16);
      if (value < 0) {
        return -1;
      }
      unit = unit * 16 + value;
    }
    return unit;
  }
}
