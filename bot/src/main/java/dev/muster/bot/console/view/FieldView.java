package dev.muster.bot.console.view;

import dev.muster.bot.chat.view.TimeView;
import org.jspecify.annotations.Nullable;

/**
 * A name with what belongs to it.
 *
 * @param href where the text leads; empty for nowhere
 * @param isAway whether that is another site
 * @param isLate whether its time has passed without what was to happen
 */
public record FieldView(
    String name,
    String text,
    String href,
    boolean isAway,
    @Nullable TimeView time,
    boolean isLate) {

  static FieldView of(String name, String text) {
    return new FieldView(name, text, "", false, null, false);
  }

  static FieldView at(String name, TimeView time) {
    return new FieldView(name, "", "", false, time, false);
  }

  static FieldView at(String name, String text, TimeView time) {
    return new FieldView(name, text, "", false, time, false);
  }

  /** By when something is to happen. */
  static FieldView due(String name, TimeView time, boolean isLate) {
    return new FieldView(name, "", "", false, time, isLate);
  }

  static FieldView to(String name, String text, String href) {
    return new FieldView(name, text, href, false, null, false);
  }

  static FieldView away(String name, String href) {
    return new FieldView(name, href, href, true, null, false);
  }
}
