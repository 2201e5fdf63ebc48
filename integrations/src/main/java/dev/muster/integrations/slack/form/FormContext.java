package dev.muster.integrations.slack.form;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import dev.muster.commands.chat.form.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a modal keeps unseen while somebody fills it in.
 *
 * @param command what is typed already
 * @param place where it was asked for
 * @param standing the fields that were opened with what stands there now
 * @param before what stands in the other fields now
 */
public record FormContext(
    String command, Place place, List<String> standing, Map<String, String> before) {

  private static final int LONGEST = 3_000;
  private static final Gson GSON = new Gson();

  public FormContext {
    standing = List.copyOf(standing);
    before = Map.copyOf(before);
  }

  /**
   * Where it was asked for, in Slack's words.
   *
   * @param channel empty for nowhere
   * @param thread absent outside of threads
   * @param isShown whether everybody there sees what becomes of it
   */
  public record Place(String channel, @Nullable String thread, boolean isShown) {
    public static final Place NOWHERE = new Place("", null, false);
  }

  static FormContext of(Form form, Place place) {
    var standing = new ArrayList<String>();
    var before = new HashMap<String, String>();
    for (var field : form.fields()) {
      if (!field.before().isEmpty() && field.before().equals(field.value())) {
        standing.add(field.name());
      } else if (!field.before().isEmpty()) {
        before.put(field.name(), field.before());
      }
    }
    return new FormContext(form.command(), place, standing, before);
  }

  /** Empty for a modal that is no form of ours. */
  public static Optional<FormContext> read(@Nullable String metadata) {
    if (metadata == null || metadata.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(GSON.fromJson(metadata, FormContext.class));
    } catch (JsonParseException notOurs) {
      return Optional.empty();
    }
  }

  /**
   * As private metadata. Where it would be too long, what stood in the longest fields is not kept:
   * whoever sends them is then shown what stands there before anything is overwritten.
   */
  String written() {
    var kept = new HashMap<>(before);
    var text = GSON.toJson(new FormContext(command, place, standing, kept));
    while (text.length() > LONGEST && !kept.isEmpty()) {
      var longest = kept.keySet().stream().max((a, b) -> length(kept, a) - length(kept, b));
      kept.remove(longest.orElseThrow());
      text = GSON.toJson(new FormContext(command, place, standing, kept));
    }
    return text;
  }

  private static int length(Map<String, String> texts, String name) {
    return texts.getOrDefault(name, "").length();
  }
}
