package dev.muster.bot.chat;

import dev.muster.bot.page.Answer;
import dev.muster.bot.page.Visit;
import dev.muster.commands.asking.Submission;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Router;
import dev.muster.commands.chat.form.Form;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Takes forms that were filled in: sending one is the command that could have been typed. A form
 * with a mistake comes back with all that stood in it. Blocking.
 */
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
    var command = visit.value("command");
    var request = router.resolve(visit.invocation(command));
    var parameters = request.command().parameters();
    var values = named(visit, VALUE);
    var before = named(visit, BEFORE);
    var changed = Submission.changed(parameters, values, before);
    var isEdit = !before.isEmpty();
    var typed = Submission.text(command, parameters, changed);
    var text = isEdit ? Submission.seen(parameters, values, before).behind(typed) : typed;
    if (text.length() > LONGEST) {
      return speaking.refuse(
          visit, 413, "That is longer than " + LONGEST + " characters. Your text is kept.");
    }
    if (changed.isEmpty() && isEdit) {
      return speaking.show(visit, Reply.toAsker(Message.of("Nothing was changed.")));
    }
    var reply = router.handle(visit.invocation(text));
    var isRefused = reply.error().equals(Optional.of(Reply.Error.INVALID));
    var overtaken =
        isEdit && isRefused ? overtaken(visit, command, values) : Optional.<Form>empty();
    return speaking.show(
        visit,
        overtaken
            .map(form -> Reply.toAsker(changedMeanwhile()).with(form))
            .orElseGet(() -> kept(reply, values, before)));
  }

  /** With all that stood in the form, where it is asked for again. */
  private static Reply kept(Reply reply, Map<String, String> values, Map<String, String> before) {
    return reply.form().map(form -> reply.with(form.filled(values, before))).orElse(reply);
  }

  /**
   * The form again, where somebody else has changed the same fields since it was opened; empty
   * where nobody has. The command itself refused them, by the stamps that it was sent.
   */
  private Optional<Form> overtaken(Visit visit, String command, Map<String, String> values) {
    var before = named(visit, BEFORE);
    return router
        .handle(visit.invocation(command))
        .form()
        .map(fresh -> fresh.each(field -> compared(field, values, before)))
        .filter(form -> form.fields().stream().anyMatch(field -> field.problem().isPresent()));
  }

  private static Form.Field compared(
      Form.Field fresh, Map<String, String> values, Map<String, String> before) {
    var stands = fresh.value();
    var was = before.getOrDefault(fresh.name(), "");
    var now = values.getOrDefault(fresh.name(), was);
    var isMine = !Submission.isSame(now, was);
    var isOthers = !Submission.isSame(stands, was) && !Submission.isSame(stands, now);
    if (!isMine || Submission.isMerged(fresh.parameter(), was, now)) {
      return isMine ? fresh.with(now, was) : fresh;
    }
    var mine = fresh.with(now, stands);
    return isOthers ? mine.wrong(replacing(stands)) : mine;
  }

  private static String replacing(String stands) {
    var what = stands.isEmpty() ? "took this away" : "changed this to “" + stands + "”";
    return "Meanwhile somebody " + what + ". Send again to put yours in its place.";
  }

  private static Message changedMeanwhile() {
    return Message.of("Somebody was faster. Nothing of yours was changed yet.");
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
