package dev.muster.integrations.slack.form;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Span;
import dev.muster.commands.chat.form.Form;
import dev.muster.integrations.slack.blocks.BlockKit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Modals as Slack takes them, whatever stands in them. Thread-safe. */
public final class ModalViews {

  /** The modals that can be sent. */
  public static final String FORM = "muster_form";

  private static final String OTHER = "muster_answer";
  private static final int TITLE = 24;
  private static final Pattern NAME =
      Pattern.compile("^/(?:muster\\s+)?([a-zA-Z]\\S*(?:\\s+[a-z]+)?(?:\\s+#?\\d+)?)");

  private final Supplier<BlockKit> kit;

  public ModalViews(Supplier<BlockKit> kit) {
    this.kit = kit;
  }

  /** A form to fill in, with what is to be known before. */
  public View form(Form form, Optional<String> intro, FormContext.Place place) {
    var lines = new ArrayList<Block>();
    lines.add(Block.line(intro.orElse(form.about() + ".")));
    var blocks = new ArrayList<LayoutBlock>();
    for (var field : form.fields()) {
      if (FieldBlocks.fits(field)) {
        blocks.add(FieldBlocks.of(field));
      } else {
        lines.add(tooLong(field, form));
      }
    }
    blocks.addAll(0, kit.get().view(new Message("", lines)));
    return view(FORM, form.command(), blocks)
        .privateMetadata(FormContext.of(form, place).written())
        .submit(ViewSubmit.builder().type("plain_text").text(verb(form.command())).build())
        .close(close("Cancel"))
        .build();
  }

  /** Shown for as long as the work takes. */
  public View working(String command, Message words) {
    return view(OTHER, command, kit.get().view(words)).close(close("Close")).build();
  }

  /** What came of it. */
  public View answer(String command, Message message, FormContext.Place place) {
    var blocks = kit.get().view(message);
    return view(OTHER, command, blocks.isEmpty() ? kit.get().view(Message.of("Done.")) : blocks)
        .privateMetadata(new FormContext(command, place, List.of(), Map.of()).written())
        .close(close("Close"))
        .build();
  }

  private static Block tooLong(Form.Field field, Form form) {
    return Block.line(
        Span.strong(field.parameter().asked().label()),
        Span.text(" is too long for Slack and stays as it is. Change it in the console, or type "),
        Span.code(form.usage()));
  }

  private static View.ViewBuilder view(String callback, String command, List<LayoutBlock> blocks) {
    return View.builder()
        .type("modal")
        .callbackId(callback)
        .title(ViewTitle.builder().type("plain_text").text(title(command)).build())
        .blocks(blocks);
  }

  private static ViewClose close(String word) {
    return ViewClose.builder().type("plain_text").text(word).build();
  }

  /** Such as {@code Incident edit #1042}: what is done to which one, without all that was typed. */
  private static String title(String command) {
    var name = NAME.matcher(command.strip());
    return Cut.to(TITLE, name.find() ? capital(name.group(1)) : "Muster");
  }

  /** What sending it does, such as {@code Resolve}. */
  private static String verb(String command) {
    var words = command.replaceFirst("^/(?:muster\\s+)?", "").strip().split("\\s+", -1);
    var last = words.length > 1 ? words[1] : words[0];
    return switch (last) {
      case "" -> "Send";
      case "edit" -> "Save";
      case "note" -> "Add note";
      case "role", "severity" -> "Set " + last;
      case "update" -> "Post update";
      default -> Cut.to(TITLE, capital(last));
    };
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ENGLISH) + word.substring(1);
  }
}
