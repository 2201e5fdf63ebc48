package dev.muster.bot.page;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a request is answered with; a text is HTML. */
public record Answer(int status, String html, Map<String, String> headers) {

  /** Marks what the page's script may put into the page, whatever the status is. */
  public static final String PART = "Muster-Part";

  public Answer {
    headers = Map.copyOf(headers);
  }

  public static Answer page(int status, String html) {
    return new Answer(status, html, Map.of());
  }

  /**
   * A part of a page.
   *
   * @param kind tells the page's script what it is: {@code answer}, {@code refused}, {@code
   *     message}, {@code options}
   */
  public static Answer part(int status, String kind, String html) {
    return new Answer(status, html, Map.of(PART, kind));
  }

  public static Answer seeOther(String address) {
    return new Answer(303, "", Map.of("Location", address));
  }

  public Answer with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, html, more);
  }
}
