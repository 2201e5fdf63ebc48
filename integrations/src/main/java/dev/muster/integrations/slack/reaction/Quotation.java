package dev.muster.integrations.slack.reaction;

import dev.muster.commands.argument.Quotes;
import dev.muster.integrations.slack.web.SlackTime;

/**
 * A message that is to be noted.
 *
 * @param ts when it was written, which is its name too
 * @param words who said what, readable; empty where it has no words
 */
record Quotation(String ts, String words, String link) {

  /** As it could be typed. */
  String command() {
    var text = words.isEmpty() ? "" : " " + Quotes.around(words);
    var at = SlackTime.of(ts).map(time -> " at:" + time).orElse("");
    return "/incident note" + text + at + " from:" + Quotes.around(link);
  }
}
