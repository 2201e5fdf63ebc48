package dev.muster.bot.console;

import dev.muster.bot.chat.view.BlockView;
import dev.muster.bot.console.Screen.Look;
import dev.muster.bot.page.Answer;
import dev.muster.bot.page.Visit;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Message;
import dev.muster.commands.silence.Silence;
import dev.muster.commands.silence.SilenceId;
import dev.muster.commands.silence.SilenceStore;
import dev.muster.commands.silence.command.SilenceLines;
import dev.muster.commands.store.PageRequest;
import dev.muster.commands.text.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is silenced, and what was. Blocking. */
final class SilencePages {

  static final String LIST = "/silences";
  private static final int PAST = 20;

  private final Screen screen;
  private final Doors doors;
  private final SilenceStore silences;

  SilencePages(Screen screen, Doors doors, SilenceStore silences) {
    this.screen = screen;
    this.doors = doors;
    this.silences = silences;
  }

  /** All of it in one line; empty where nothing is silenced. */
  static String headline(SilenceStore silences) {
    var active = silences.active().size();
    var held = silences.held().values().stream().mapToLong(count -> count).sum();
    var keep = active == 1 ? " keeps " : " keep ";
    return active == 0
        ? ""
        : Words.count(active, "silence")
            + keep
            + (held == 0 ? "no new alert" : Words.count(held, "alert"))
            + " quiet now";
  }

  Answer list(Visit visit) {
    var past = silences.past(PageRequest.first(PAST));
    var headline = headline(silences);
    var held = silences.held();
    var model = new HashMap<String, Object>(screen.buttons(LIST));
    model.put("headline", headline.isEmpty() ? "Nothing is silenced." : headline + ".");
    model.put("active", silences.active().stream().map(it -> blocks(visit, it, held)).toList());
    model.put("past", past.items().stream().map(it -> blocks(visit, it, held)).toList());
    model.put("hasMore", past.nextCursor().isPresent());
    return screen.show(visit, new Look("silences", "Silences", LIST, "/alerts", true), model);
  }

  private List<BlockView> blocks(Visit visit, Silence silence, Map<SilenceId, Long> held) {
    var lines = SilenceLines.of(silence, held.getOrDefault(silence.id(), 0L));
    var shown =
        doors.maySilence(visit)
            ? lines
            : lines.stream().filter(block -> !(block instanceof Block.Buttons)).toList();
    return screen.messages(visit).blocks(new Message(silence.id().toString(), shown));
  }
}
