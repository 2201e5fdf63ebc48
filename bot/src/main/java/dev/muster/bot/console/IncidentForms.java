package dev.muster.bot.console;

import dev.muster.bot.console.ConsoleServices.Desk;
import dev.muster.bot.console.IncidentPage.Sheets;
import dev.muster.bot.console.form.EditSheet;
import dev.muster.bot.console.form.SaySheets;
import dev.muster.bot.console.form.Sheet;
import dev.muster.bot.console.view.IncidentViews;
import dev.muster.bot.page.Answer;
import dev.muster.bot.page.Visit;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Message;
import dev.muster.commands.incident.Incident;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Takes what people fill in on an incident's page, and has it done by the commands that do it in
 * the chat. What cannot be done comes back with all that was typed. Blocking.
 */
final class IncidentForms {

  private final IncidentPage page;
  private final Desk desk;

  IncidentForms(IncidentPage page, Desk desk) {
    this.page = page;
    this.desk = desk;
  }

  Answer edit(Visit visit) {
    return take(
        visit,
        incident -> EditSheet.typed(incident, page.asker(visit), desk.team(), visit.values()),
        (sheets, sheet) -> IncidentPage.with(sheets, sheet));
  }

  Answer update(Visit visit) {
    return take(
        visit,
        incident -> SaySheets.update(incident, page.asker(visit), visit.values()),
        (sheets, sheet) -> new Sheets(sheets.edit(), sheet, sheets.note(), sheets.said()));
  }

  Answer note(Visit visit) {
    return take(
        visit,
        incident -> SaySheets.note(incident, visit.values()),
        (sheets, sheet) -> new Sheets(sheets.edit(), sheets.update(), sheet, sheets.said()));
  }

  private interface Place {
    Sheets in(Sheets sheets, Sheet sheet);
  }

  private Answer take(Visit visit, Function<Incident, Sheet> reading, Place place) {
    return page.found(
        visit,
        incident -> {
          var sheet = reading.apply(incident);
          var refusal = sheet.isTrouble() ? Optional.<Message>empty() : run(visit, incident, sheet);
          return sheet.isTrouble() || refusal.isPresent()
              ? again(visit, reading, place, refusal)
              : Answer.seeOther(IncidentViews.href(incident.id()));
        });
  }

  /** Until one is refused; what was done before that stays done, and is said. */
  private Optional<Message> run(Visit visit, Incident incident, Sheet sheet) {
    var done = new ArrayList<Block>();
    for (var command : sheet.commands()) {
      var reply = desk.router().handle(visit.invocation(incident.channel(), command));
      if (reply.error().isPresent()) {
        return Optional.of(Stream.concat(done.stream(), reply.message().blocks().stream()))
            .map(blocks -> new Message(reply.message().fallback(), blocks.toList()));
      }
      done.add(Block.line("Saved: " + reply.message().fallback()));
    }
    return Optional.empty();
  }

  /** As the incident stands now, which may not be as it stood when the form was read. */
  private Answer again(
      Visit visit, Function<Incident, Sheet> reading, Place place, Optional<Message> refusal) {
    return page.found(
        visit,
        incident -> {
          var blank = page.untouched(visit, incident);
          var filled = place.in(blank, reading.apply(incident));
          return page.render(
              visit, incident, new Sheets(filled.edit(), filled.update(), filled.note(), refusal));
        });
  }
}
