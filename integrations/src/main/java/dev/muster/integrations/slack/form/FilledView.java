package dev.muster.integrations.slack.form;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ExternalSelectElement;
import com.slack.api.model.block.element.NumberInputElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A modal that somebody has sent: what stands in its fields, and what stood there before. */
public record FilledView(FormContext context, Map<String, String> values, List<String> fields) {

  private static final String NOTHING = "none";

  /** Of what Slack sent, which is as it was opened, with the values beside it. */
  public static FilledView of(View view, FormContext context) {
    var values = new TreeMap<String, String>();
    var before = new HashMap<>(context.before());
    var fields =
        view.getBlocks().stream()
            .filter(InputBlock.class::isInstance)
            .map(InputBlock.class::cast)
            .filter(block -> FieldBlocks.field(block.getBlockId()).isPresent())
            .toList();
    for (var block : fields) {
      var name = FieldBlocks.field(block.getBlockId()).orElseThrow();
      values.put(name, value(view.getState(), block.getBlockId()));
      if (context.standing().contains(name)) {
        before.put(name, initial(block.getElement()));
      }
    }
    var names = fields.stream().map(InputBlock::getBlockId).toList();
    return new FilledView(
        new FormContext(context.command(), context.place(), List.of(), before), values, names);
  }

  /** What stood there when it was opened; empty for a form that changes nothing. */
  public Map<String, String> before() {
    return context.before();
  }

  public FormContext.Place place() {
    return context.place();
  }

  /** The same for the same contents. */
  public String contents() {
    return values.toString();
  }

  private static String value(@Nullable ViewState state, String blockId) {
    if (state == null) {
      return "";
    }
    var value = state.getValues().getOrDefault(blockId, Map.of()).get(FieldBlocks.ACTION);
    if (value == null) {
      return "";
    }
    var option = value.getSelectedOption();
    var text = option == null ? value.getValue() : option.getValue();
    return option != null && NOTHING.equals(text) ? "" : Objects.requireNonNullElse(text, "");
  }

  private static String initial(BlockElement element) {
    var text =
        switch (element) {
          case PlainTextInputElement input -> input.getInitialValue();
          case NumberInputElement input -> input.getInitialValue();
          case StaticSelectElement select -> value(select.getInitialOption());
          case ExternalSelectElement select -> value(select.getInitialOption());
          default -> "";
        };
    return Objects.requireNonNullElse(text, "");
  }

  private static @Nullable String value(@Nullable OptionObject option) {
    return option == null ? null : option.getValue();
  }
}
