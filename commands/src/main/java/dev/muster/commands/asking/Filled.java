package dev.muster.commands.asking;

import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Router;
import dev.muster.commands.chat.form.Form;
import dev.muster.commands.chat.form.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A form that somebody has filled in, on whichever platform: sending it is the command that could
 * have been typed. A form with a mistake comes back with all that stood in it. Blocking.
 */
public final class Filled {

  private final Router router;
  private final Invocation form;
  private final Map<String, String> values;
  private final Map<String, String> before;
  private final List<Parameter> parameters;

  /**
   * What was filled in.
   *
   * @param form says the form's command
   * @param values what stands in the fields, by their names
   * @param before what stood in them when the form was opened; empty for a form that changes
   *     nothing that was there before
   */
  public Filled(
      Router router, Invocation form, Map<String, String> values, Map<String, String> before) {
    this.router = router;
    this.form = form;
    this.values = Map.copyOf(values);
    this.before = Map.copyOf(before);
    var request = router.resolve(form);
    this.parameters = request.command().parameters(request.arguments());
  }

  /** What could have been typed instead. */
  public String text() {
    var typed = Submission.text(form.text(), parameters, changed());
    return isEdit() ? Submission.seen(parameters, values, before).behind(typed) : typed;
  }

  /** Runs the command, unless nothing was changed. */
  public Reply send() {
    if (isEdit() && changed().isEmpty()) {
      return Reply.toAsker(Message.of("Nothing was changed."));
    }
    var reply = router.handle(form.saying(text()));
    var isRefused = reply.error().equals(Optional.of(Reply.Error.INVALID));
    var overtaken = isEdit() && isRefused ? overtaken() : Optional.<Form>empty();
    return overtaken
        .map(again -> Reply.toAsker(changedMeanwhile()).with(again))
        .orElseGet(() -> kept(reply));
  }

  private boolean isEdit() {
    return !before.isEmpty();
  }

  private Map<String, String> changed() {
    return Submission.changed(parameters, values, before);
  }

  /** With all that stood in the form, where it is asked for again. */
  private Reply kept(Reply reply) {
    return reply.form().map(again -> reply.with(again.filled(values, before))).orElse(reply);
  }

  /**
   * The form again, where somebody else has changed the same fields since it was opened; empty
   * where nobody has. The command itself refused them, by the stamps that it was sent.
   */
  private Optional<Form> overtaken() {
    return router
        .handle(form)
        .form()
        .map(fresh -> fresh.each(this::compared))
        .filter(again -> again.fields().stream().anyMatch(field -> field.problem().isPresent()));
  }

  private Form.Field compared(Form.Field fresh) {
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
}
