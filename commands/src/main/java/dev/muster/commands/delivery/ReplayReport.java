package dev.muster.commands.delivery;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.delivery.Replay.Outcome;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Gathers what came of the replays of one command, and says it. Not thread-safe. */
final class ReplayReport {

  private static final int MAX_BUTTONS = 4;
  private static final int MAX_LINES = 10;

  private final int wanted;
  private final List<Block> refused = new ArrayList<>();
  private final TreeSet<IncidentId> incidents = new TreeSet<>();
  private Optional<Reply.Error> error = Optional.empty();
  private int replayed;
  private int alerts;

  ReplayReport(int wanted) {
    this.wanted = wanted;
  }

  void add(Outcome outcome) {
    switch (outcome) {
      case Outcome.Replayed(var delivery) -> {
        replayed++;
        alerts += delivery.alertCount();
        incidents.addAll(delivery.incidents());
      }
      case Outcome.Done(var delivery) ->
          refuse(
              Reply.Error.INVALID,
              Block.line(
                  delivery.id()
                      + " was "
                      + delivery.state().word()
                      + delivery.replayed().map(by -> " by " + by.by()).orElse("")
                      + " before ("
                      + DeliveryWords.effect(delivery)
                      + "). It was not taken again."));
      case Outcome.StillUnreadable(var delivery, var fault) ->
          refuse(
              Reply.Error.INVALID,
              Block.line(
                  Span.text(
                      delivery.id()
                          + " still cannot be read: "
                          + fault.describe()
                          + ". It stays kept. Look at it: "),
                  Span.code(DeliveryWords.command("show", delivery.id()))));
      case Outcome.NoSender(var delivery) ->
          refuse(
              Reply.Error.INVALID,
              Block.line(
                  delivery.id()
                      + " came from "
                      + delivery.integration()
                      + ", which muster.yaml has no integration for any more. It stays kept."));
      case Outcome.Missing(var id) ->
          refuse(
              Reply.Error.NOT_FOUND,
              Block.line("There is no delivery " + id + ", or none any more."));
    }
  }

  /** An error only where nothing was replayed. */
  Reply reply() {
    if (replayed == 0) {
      var first = refused.isEmpty() ? "Nothing was replayed." : text(refused.getFirst());
      return Reply.error(error.orElse(Reply.Error.INVALID), new Message(first, limited(refused)));
    }
    var blocks = new ArrayList<Block>();
    blocks.add(Block.line(headline()));
    blocks.addAll(limited(refused));
    if (!incidents.isEmpty()) {
      blocks.add(
          new Block.Buttons(
              incidents.stream()
                  .limit(MAX_BUTTONS)
                  .map(id -> Button.of("Show " + id, "/incident show " + id))
                  .toList()));
    }
    return Reply.told(new Message(headline(), blocks));
  }

  private void refuse(Reply.Error why, Block.Line line) {
    error = error.or(() -> Optional.of(why));
    refused.add(line);
  }

  private String headline() {
    var of = wanted == 1 ? "" : " " + replayed + " of " + wanted;
    var found = Words.count(alerts, "alert");
    return "Replayed"
        + of
        + ": "
        + found
        + (incidents.isEmpty()
            ? ", no incident."
            : ", in " + DeliveryWords.incidents(incidents) + ".");
  }

  private static List<Block> limited(List<Block> lines) {
    if (lines.size() <= MAX_LINES) {
      return lines;
    }
    var shown = new ArrayList<>(lines.subList(0, MAX_LINES));
    shown.add(Block.line("and " + (lines.size() - MAX_LINES) + " more like these"));
    return shown;
  }

  private static String text(Block block) {
    return block instanceof Block.Line(var spans)
        ? spans.stream()
            .map(span ->
                switch (span) {
                  case Span.Plain(var plain) -> plain;
                  case Span.Strong(var strong) -> strong;
                  case Span.Code(var code) -> code;
                  case Span.Link(var label, _) -> label;
                  case Span.Time(var at) -> at.toString();
                  case Span.Mention(_, var name) -> name;
                  case Span.Channel(_, var name) -> "#" + name;
                })
            .reduce("", String::concat)
        : "";
  }
}
