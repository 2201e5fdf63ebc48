package dev.muster.bot.console.view;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The body of a webhook as text, of a long one the beginning, with the place of its fault.
 *
 * @param size of the whole, in words
 */
public record BodyView(List<Line> lines, String size, boolean isCut) {

  private static final int MOST_BYTES = 64 * 1024;
  private static final int MOST_LINES = 1_500;
  private static final Pattern PLACE = Pattern.compile("line (\\d{1,7}), column (\\d{1,7})\\b.*");

  public BodyView {
    lines = List.copyOf(lines);
  }

  /**
   * Reads the bytes as UTF-8; what is none becomes a replacement character.
   *
   * @param error why it could not be read, beginning with the place where that is known
   */
  public static BodyView of(byte[] body, String error) {
    var length = Math.min(body.length, MOST_BYTES);
    var texts = new String(body, 0, length, StandardCharsets.UTF_8).split("\\R", -1);
    var place = PLACE.matcher(error.replaceAll("\\R", " "));
    var isPlaced = place.matches();
    var line = isPlaced ? Integer.parseInt(place.group(1)) : 0;
    var column = isPlaced ? Integer.parseInt(place.group(2)) : 0;
    var lines = new ArrayList<Line>();
    for (var number = 1; number <= Math.min(texts.length, MOST_LINES); number++) {
      lines.add(Line.of(number, texts[number - 1], number == line ? column : 0));
    }
    return new BodyView(
        lines, size(body.length), length < body.length || texts.length > MOST_LINES);
  }

  public boolean isEmpty() {
    return size.equals("0 bytes");
  }

  private static String size(int bytes) {
    return bytes < 2_048 ? bytes + " bytes" : bytes / 1_024 + " KiB";
  }

  /**
   * One line.
   *
   * @param before all of it, or what stands before the fault
   * @param after what stands from the fault on
   */
  public record Line(int number, String before, String after, boolean isFault) {

    private static Line of(int number, String text, int column) {
      if (column == 0) {
        return new Line(number, text, "", false);
      }
      var at = Math.min(column - 1, text.length());
      return new Line(number, text.substring(0, at), text.substring(at), true);
    }
  }
}
