package dev.muster.runbooks.language;

import dev.muster.runbooks.expression.Template;
import dev.muster.runbooks.expression.Unevaluable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that a kind does, with what it is given. */
public record Action(String uses, Map<String, Template> with) {

  public Action {
    with = Collections.unmodifiableMap(new LinkedHashMap<>(with));
  }

  /** What it is given, as far as that is written and not computed. */
  public Map<String, Object> written() {
    var written = new LinkedHashMap<String, Object>();
    with.forEach((name, template) -> {
      var value = value(template);
      if (value != null) {
        written.put(name, value);
      }
    });
    return written;
  }

  private static @Nullable Object value(Template template) {
    try {
      return template.paths().isEmpty() ? template.fill(Map.of()) : null;
    } catch (Unevaluable e) {
      return null;
    }
  }
}
