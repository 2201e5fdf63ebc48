package dev.muster.commands.runbook.trigger;

import dev.muster.runbooks.expression.Template;
import dev.muster.runbooks.expression.Unevaluable;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a trigger gives to its run. */
final class TriggerInputs {

  private TriggerInputs() {}

  /** What comes to nothing is left out: the input may have a default. */
  static Map<String, Object> of(
      Map<String, Template> written, Map<String, Object> context, Map<String, Object> vars) {
    var names = new LinkedHashMap<>(context);
    names.put("vars", vars);
    names.put("inputs", Map.of());
    var inputs = new LinkedHashMap<String, Object>();
    written.forEach((name, template) -> {
      try {
        var value = template.fill(names);
        if (value != null) {
          inputs.put(name, value);
        }
      } catch (Unevaluable _) {
        inputs.remove(name);
      }
    });
    return inputs;
  }
}
