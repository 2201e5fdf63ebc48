package dev.muster.commands.intake.history.command;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Span;
import dev.muster.commands.intake.history.Alert;
import dev.muster.commands.store.Page;
import dev.muster.commands.store.Ranked;
import dev.muster.commands.text.Words;
import java.util.ArrayList;
import java.util.List;

/** Alerts as lines, with what leads to more of them. */
record AlertLines(AlertQuery query) {

  Message firing(Ranked<Alert> alerts) {
    if (alerts.total() == 0) {
      return none();
    }
    var fires = alerts.total() == 1 ? " fires" : " fire";
    var silenced = query.filter().isSilenced() ? " and " + are(alerts.total()) + " silenced" : "";
    var heading = Words.count(alerts.total(), "alert") + fires + silenced;
    var left = alerts.total() - (long) query.page() * ListAlerts.SHOWN;
    var more = query.typed() + " page:" + (query.page() + 1);
    var label = Math.min(left, ListAlerts.SHOWN) + " more";
    return list(heading, alerts.items(), left, label, more);
  }

  Message past(Page<Alert> page) {
    if (page.items().isEmpty()) {
      return query.before().isPresent() ? Message.of("No more.") : none();
    }
    var more = page.nextCursor().map(cursor -> query.typed() + " before:" + cursor).orElse("");
    var heading = "Alerts (" + query.status() + "), the newest first";
    return list(heading, page.items(), more.isEmpty() ? 0 : 1, "Older", more);
  }

  private static String are(long count) {
    return count == 1 ? "is" : "are";
  }

  private Message list(String heading, List<Alert> alerts, long left, String label, String more) {
    var blocks = new ArrayList<Block>();
    blocks.add(Block.line(Span.strong(heading)));
    alerts.forEach(alert -> blocks.add(line(alert)));
    if (left > 0) {
      blocks.add(Block.line(Span.text("There are more: "), Span.code(more)));
      blocks.add(new Block.Buttons(List.of(Button.of(label, more))));
    }
    return new Message(heading, blocks);
  }

  private Message none() {
    var filters = query.typed().split(" ", -1).length > 2;
    if (!filters) {
      return Message.of("No alert fires.");
    }
    return Message.of(
        "No alert is like that.",
        Block.line("No alert is like that."),
        Block.line(Span.text("All that fire: "), Span.code("/alert list")));
  }

  private static Block line(Alert alert) {
    var spans = new ArrayList<Span>();
    spans.add(Span.strong(alert.severity()));
    spans.add(Span.text(" · " + alert.title() + " · "));
    if (!AlertWords.isFiring(alert)) {
      spans.add(Span.text(alert.status() + " · "));
    }
    alert.silence().ifPresent(id -> spans.add(Span.text("silenced (" + id + ") · ")));
    spans.add(Span.text("since "));
    spans.add(Span.time(alert.startsAt().orElse(alert.openedAt())));
    alert.incident().ifPresent(id -> spans.add(Span.text(" · " + id)));
    spans.add(Span.text(" · " + AlertWords.name(alert)));
    return new Block.Row(
        spans, Button.of("Show " + AlertWords.name(alert), AlertWords.show(alert)));
  }
}
