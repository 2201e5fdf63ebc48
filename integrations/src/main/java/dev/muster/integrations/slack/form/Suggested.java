package dev.muster.integrations.slack.form;

import com.slack.api.model.block.composition.OptionObject;
import dev.muster.commands.chat.form.Choices.Choice;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The options of a field that has too many to show them all. */
public final class Suggested {

  private Suggested() {}

  /** The field that is being typed in; empty for another one than ours. */
  public static Optional<String> field(@Nullable String blockId) {
    return FieldBlocks.field(blockId);
  }

  /** Those that have what was typed, the ones that begin with it first. */
  public static List<OptionObject> options(List<Choice> choices, String typed) {
    var wanted = typed.strip().toLowerCase(Locale.ROOT);
    var fitting =
        choices.stream().filter(FieldBlocks::isOption).filter(one -> has(one, wanted)).toList();
    var first = fitting.stream().filter(one -> begins(one, wanted));
    var rest = fitting.stream().filter(one -> !begins(one, wanted));
    return Stream.concat(first, rest)
        .limit(FieldBlocks.MOST_OPTIONS)
        .map(FieldBlocks::option)
        .toList();
  }

  private static boolean has(Choice choice, String wanted) {
    var words = (choice.value() + " " + choice.label()).toLowerCase(Locale.ROOT);
    return words.contains(wanted) || words.contains(wanted.replaceFirst("^#", ""));
  }

  private static boolean begins(Choice choice, String wanted) {
    return choice.value().toLowerCase(Locale.ROOT).startsWith(wanted);
  }
}
