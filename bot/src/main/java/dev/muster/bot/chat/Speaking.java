package dev.muster.bot.chat;

import dev.muster.bot.chat.view.FormView;
import dev.muster.bot.chat.view.Links;
import dev.muster.bot.page.Answer;
import dev.muster.bot.page.Frame;
import dev.muster.bot.page.Frame.Way;
import dev.muster.bot.page.Visit;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.ChatHistory;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Router;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Takes what people type and click: commands to the router, other words into the chat. Blocking.
 */
final class Speaking {

  private static final int LONGEST = 4_000;

  private final Frame frame;
  private final ChatPage page;
  private final Router router;
  private final ChatHistory history;
  private final Supplier<List<String>> channels;

  Speaking(Frame frame, ChatPage page, ChatServices services, Supplier<List<String>> channels) {
    this.frame = frame;
    this.page = page;
    this.router = services.router();
    this.history = services.history();
    this.channels = channels;
  }

  /** What was typed. */
  Answer send(Visit visit) {
    return checked(visit, visit.value("text"), this::sayOrRun);
  }

  /** What was clicked. Where no script could ask the button's question, a page asks it. */
  Answer run(Visit visit) {
    var question = visit.value("confirm");
    return checked(
        visit,
        visit.value("command"),
        (asker, command) ->
            asker.isPart() || question.isEmpty()
                ? command(asker, command)
                : ask(asker, question, command));
  }

  /** What a form does, where there is such a channel. */
  Answer inChannel(Visit visit, Supplier<Answer> work) {
    return channels.get().contains(visit.channel()) ? work.get() : noChannel(visit);
  }

  private interface Saying {
    Answer say(Visit visit, String text);
  }

  private Answer checked(Visit visit, String text, Saying saying) {
    if (!channels.get().contains(visit.channel())) {
      return noChannel(visit);
    }
    if (text.isEmpty()) {
      return refuse(visit, 400, "There is nothing to send.");
    }
    if (text.length() > LONGEST) {
      return refuse(
          visit, 413, "That is longer than " + LONGEST + " characters. Your text is kept.");
    }
    return saying.say(visit, text);
  }

  private Answer noChannel(Visit visit) {
    return refuse(visit, 404, "There is no channel #" + visit.channel() + ". Your text is kept.");
  }

  private Answer sayOrRun(Visit visit, String text) {
    if (text.startsWith("/")) {
      return command(visit, text);
    }
    if (!isThere(visit)) {
      return refuse(visit, 404, "This thread is not there any more. Your text is kept.");
    }
    var said = history.say(visit.invocation(text));
    return visit.isPart() ? page.part(visit, said) : Answer.seeOther(place(visit));
  }

  private boolean isThere(Visit visit) {
    return visit.value("thread").isEmpty()
        || visit
            .thread()
            .flatMap(history::find)
            .filter(root -> root.thread().isEmpty() && root.channel().equals(visit.channel()))
            .isPresent();
  }

  private Answer command(Visit visit, String text) {
    var reply = router.handle(visit.invocation(text));
    return show(visit, reply.form().map(form -> reply.with(form.fresh())).orElse(reply));
  }

  private Answer ask(Visit visit, String question, String command) {
    var yes = new Block.Buttons(List.of(Block.Button.primary("Yes, do it", command)));
    return show(visit, Reply.toAsker(Message.of(question, Block.line(question), yes)));
  }

  Answer show(Visit visit, Reply reply) {
    var error = reply.isMistake() ? reply.error().map(Reply.Error::word).orElse("") : "";
    var model =
        Map.of(
            "blocks", page.views(visit).blocks(reply.message()),
            "error", error,
            "forms", reply.form().map(FormView::of).stream().toList(),
            "next", visit.next().orElse(""),
            "formId", "form-" + visit.requestId(),
            "channel", visit.channel(),
            "thread", visit.thread().map(String::valueOf).orElse(""),
            "back", visit.next().orElse(place(visit)),
            "backTo", visit.next().isPresent() ? "the page" : "#" + visit.channel());
    var kind = reply.form().isPresent() ? "form" : error.isEmpty() ? "answer" : "mistake";
    return visit.isPart()
        ? Answer.part(200, kind, frame.part("answer", model))
        : Answer.page(200, frame.page("answered", "Answer", model));
  }

  Answer refuse(Visit visit, int status, String line) {
    return visit.isPart()
        ? frame.refusal(status, List.of(line))
        : frame.notice(status, "Not sent", List.of(line), new Way("/chat", "Back to the chat"));
  }

  private static String place(Visit visit) {
    return visit
        .thread()
        .map(root -> Links.thread(visit.channel(), root))
        .orElse(Links.channel(visit.channel()));
  }
}
