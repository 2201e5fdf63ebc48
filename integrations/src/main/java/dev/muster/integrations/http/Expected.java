package dev.muster.integrations.http;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Statuses that count as done: {@code 2xx}, {@code 200-204}, {@code 404}, several by comma. */
record Expected(List<Range> ranges, String shown) {

  private static final Pattern ONE =
      Pattern.compile("([1-5])(?:xx|XX)|([1-5]\\d\\d)(?:-([1-5]\\d\\d))?");

  private record Range(int first, int last) {}

  /**
   * @throws IllegalArgumentException with words for the author
   */
  static Expected of(Object written) {
    var words =
        written instanceof List<?> list ? list : List.of(String.valueOf(written).split(","));
    var ranges = new ArrayList<Range>();
    for (var word : words) {
      ranges.add(range(String.valueOf(word).strip()));
    }
    return new Expected(ranges, words.toString().replaceAll("[\\[\\]]", ""));
  }

  boolean has(int status) {
    return ranges.stream().anyMatch(it -> it.first() <= status && status <= it.last());
  }

  private static Range range(String word) {
    var match = ONE.matcher(word);
    if (!match.matches()) {
      throw new IllegalArgumentException(
          "expectStatus is written 2xx, 200-204 or 200,404, not " + word);
    }
    if (match.group(1) != null) {
      var hundreds = Integer.parseInt(match.group(1)) * 100;
      return new Range(hundreds, hundreds + 99);
    }
    var first = Integer.parseInt(match.group(2));
    return new Range(first, match.group(3) == null ? first : Integer.parseInt(match.group(3)));
  }
}
