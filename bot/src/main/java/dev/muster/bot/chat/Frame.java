package dev.muster.bot.chat;

import dev.muster.bot.chat.view.Templates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What every page has around it. Thread-safe. */
final class Frame {

  private final Templates templates = new Templates();
  private final String assets;
  private final Supplier<ChatSettings> settings;

  /**
   * @param assets the address under which scripts and styles are found
   */
  Frame(String assets, Supplier<ChatSettings> settings) {
    this.assets = assets;
    this.settings = settings;
  }

  /** A part of a page, with nothing around it. */
  String part(String template, Map<String, ?> model) {
    return templates.render(template, model);
  }

  String page(String template, String title, Map<String, ?> model) {
    var all = new HashMap<String, Object>(model);
    all.put("assets", assets);
    all.put("team", settings.get().team());
    all.put("title", title);
    return templates.render(template, all);
  }

  /** A page that says what is the matter and leads back. */
  Answer notice(int status, String title, List<String> lines, Way way) {
    var model = Map.of("heading", title, "lines", lines, "href", way.href(), "way", way.words());
    return Answer.page(status, page("notice", title, model));
  }

  /** A part of a page that says what is the matter. */
  Answer refusal(int status, List<String> lines) {
    return refusal(status, "Not done", lines);
  }

  /** The same where it may have been done nevertheless. */
  Answer unclear(int status, List<String> lines) {
    return refusal(status, "Perhaps done", lines);
  }

  private Answer refusal(int status, String note, List<String> lines) {
    return Answer.part(status, "refused", part("refusal", Map.of("note", note, "lines", lines)));
  }

  /** A link out of a dead end. */
  record Way(String href, String words) {}
}
