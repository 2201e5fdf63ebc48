package dev.muster.runbooks.language;

import dev.muster.runbooks.expression.Template;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Something that a kind does, with what it is given. */
public record Action(String uses, Map<String, Template> with) {

  public Action {
    with = Collections.unmodifiableMap(new LinkedHashMap<>(with));
  }
}
