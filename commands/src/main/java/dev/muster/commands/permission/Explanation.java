package dev.muster.commands.permission;

import dev.muster.commands.argument.Asker;
import dev.muster.commands.argument.Clock;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Span;
import dev.muster.commands.people.Decision;
import dev.muster.commands.people.HeldRole;
import dev.muster.commands.people.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says a decision in words, times by the clock of who asks. */
record Explanation(Asker asker) {

  /**
   * @param what such as {@code run /incident ack}
   */
  Message of(Person who, String what, Decision decision) {
    return switch (decision) {
      case Decision.Open _ -> {
        var everybody = "Yes: everybody may " + what + ".";
        yield Message.of(everybody);
      }
      case Decision.Granted(var grants) -> granted(who.name() + " may " + what, grants);
      case Decision.Refused(var refusal) -> {
        var no = "No: " + who.name() + " may not " + what + ".";
        yield Message.of(
            no + " " + refusal.needs() + " " + refusal.whoHasIt(),
            Block.line(no),
            Block.line(refusal.needs()),
            Block.line(refusal.whoHasIt()));
      }
    };
  }

  private Message granted(String mayDo, List<Decision.Grant> grants) {
    var blocks = new ArrayList<Block>();
    blocks.add(Block.line("Yes: " + mayDo + "."));
    grants.forEach(grant -> blocks.add(line(grant)));
    var roles = grants.stream().map(grant -> text(grant.role())).collect(Collectors.joining(", "));
    return new Message("Yes: " + mayDo + ", by role " + roles + ".", blocks);
  }

  private static Block line(Decision.Grant grant) {
    var spans = new ArrayList<Span>();
    spans.add(Span.text("Role "));
    spans.add(Span.strong(grant.role().name()));
    spans.add(Span.text(" grants it (" + grant.right() + ")"));
    spans.addAll(until(grant.role(), ": "));
    return new Block.Line(spans);
  }

  /** Nothing for a role that stays. */
  static List<Span> until(HeldRole role, String before) {
    return role.duty()
        .map(duty ->
            List.of(
                Span.text(before + "on call for " + duty.schedule() + " until "),
                Span.time(duty.until())))
        .orElseGet(List::of);
  }

  private String text(HeldRole role) {
    return role.name()
        + role.duty()
            .map(duty ->
                " (on call for "
                    + duty.schedule()
                    + " until "
                    + Clock.say(duty.until(), asker)
                    + ")")
            .orElse("");
  }
}
