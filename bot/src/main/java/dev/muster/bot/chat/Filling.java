package dev.muster.bot.chat;

import dev.muster.bot.page.Answer;
import dev.muster.bot.page.Visit;
import dev.muster.commands.asking.Filled;
import dev.muster.commands.chat.Router;
import java.util.HashMap;
import java.util.Map;

/** Takes forms that were filled in on a page. Blocking. */
final class Filling {

  private static final String VALUE = "f.";
  private static final String BEFORE = "was.";
  private static final int LONGEST = 16_000;

  private final Router router;
  private final Speaking speaking;

  Filling(Router router, Speaking speaking) {
    this.router = router;
    this.speaking = speaking;
  }

  Answer send(Visit visit) {
    return speaking.inChannel(visit, () -> submit(visit));
  }

  private Answer submit(Visit visit) {
    var form = visit.invocation(visit.value("command"));
    var filled = new Filled(router, form, named(visit, VALUE), named(visit, BEFORE));
    return filled.text().length() > LONGEST
        ? speaking.refuse(
            visit, 413, "That is longer than " + LONGEST + " characters. Your text is kept.")
        : speaking.show(visit, filled.send());
  }

  private static Map<String, String> named(Visit visit, String prefix) {
    var named = new HashMap<String, String>();
    visit
        .values()
        .forEach((name, value) -> {
          if (name.startsWith(prefix)) {
            named.put(name.substring(prefix.length()), value);
          }
        });
    return named;
  }
}
