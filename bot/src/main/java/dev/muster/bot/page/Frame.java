package dev.muster.bot.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What every page has around it. Thread-safe. */
public final class Frame {

  private final Templates templates = new Templates();
  private final String assets;
  private final Supplier<String> team;

  /**
   * Around each page.
   *
   * @param assets the address under which scripts and styles are found
   */
  public Frame(String assets, Supplier<String> team) {
    this.assets = assets;
    this.team = team;
  }

  /** A part of a page, with nothing around it. */
  public String part(String template, Map<String, ?> model) {
    return templates.render(template, model);
  }

  public String page(String template, String title, Map<String, ?> model) {
    var all = new HashMap<String, Object>(model);
    all.put("assets", assets);
    all.put("team", team.get());
    all.put("title", title);
    return templates.render(template, all);
  }

  /** A page that says what is the matter and leads back. */
  public Answer notice(int status, String title, List<String> lines, Way way) {
    var model = Map.of("heading", title, "lines", lines, "href", way.href(), "way", way.words());
    return Answer.page(status, page("notice", title, model));
  }

  /** A part of a page that says what is the matter. */
  public Answer refusal(int status, List<String> lines) {
    return refusal(status, "Not done", lines);
  }

  /** The same where it may have been done nevertheless. */
  public Answer unclear(int status, List<String> lines) {
    return refusal(status, "Perhaps done", lines);
  }

  private Answer refusal(int status, String note, List<String> lines) {
    return Answer.part(status, "refused", part("refusal", Map.of("note", note, "lines", lines)));
  }

  /** A link out of a dead end. */
  public record Way(String href, String words) {}
}
