package dev.muster.integrations.slack.form;

import com.slack.api.app_backend.views.response.ViewSubmissionResponse;
import com.slack.api.model.view.View;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.form.Form;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What becomes of a modal that was sent, by what the command answered. */
public sealed interface Outcome {

  /** It goes; the answer, if there is one, is told elsewhere. */
  record Gone(Optional<Message> told) implements Outcome {}

  /** It stays with all that was typed, and says what is wrong by the fields' blocks. */
  record Wrong(Map<String, String> byBlock) implements Outcome {
    public Wrong {
      byBlock = Map.copyOf(byBlock);
    }
  }

  /** It becomes another one. */
  record Other(View view) implements Outcome {}

  static Outcome of(Reply reply, FilledView filled, ModalViews views) {
    if (reply.error().equals(Optional.of(Reply.Error.REPEATED))) {
      return new Gone(Optional.empty());
    }
    if (reply.form().isPresent()) {
      return again(reply, reply.form().get(), filled, views);
    }
    if (reply.isMistake() && !hasButtons(reply.message()) && !filled.fields().isEmpty()) {
      return new Wrong(Map.of(filled.fields().getFirst(), reply.message().fallback()));
    }
    var isTold = reply.error().isEmpty() && !reply.isPrivate();
    return isTold
        ? new Gone(Optional.of(reply.message()))
        : new Other(views.answer(filled.context().command(), reply.message(), filled.place()));
  }

  /** As the acknowledgement of what was sent. */
  default ViewSubmissionResponse response() {
    var response = ViewSubmissionResponse.builder();
    return switch (this) {
      case Gone _ -> response.responseAction("clear").build();
      case Wrong(var problems) -> response.responseAction("errors").errors(problems).build();
      case Other(var view) -> response.responseAction("update").view(view).build();
    };
  }

  private static Outcome again(Reply reply, Form form, FilledView filled, ModalViews views) {
    var problems = new HashMap<String, String>();
    for (var field : form.fields()) {
      var block = FieldBlocks.blockId(field.name());
      if (filled.fields().contains(block)) {
        field.problem().ifPresent(problem -> problems.put(block, problem));
      }
    }
    return reply.isMistake() && !problems.isEmpty()
        ? new Wrong(problems)
        : new Other(views.form(form, Optional.of(reply.message().fallback()), filled.place()));
  }

  private static boolean hasButtons(Message message) {
    return message.blocks().stream()
        .anyMatch(
            block -> block instanceof Block.Buttons(List<Block.Button> all) && !all.isEmpty());
  }
}
