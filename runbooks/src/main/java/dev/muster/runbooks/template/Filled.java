package dev.muster.runbooks.template;

import dev.muster.runbooks.expression.Expression;
import dev.muster.runbooks.expression.Sayings;
import dev.muster.runbooks.expression.Template;
import dev.muster.runbooks.expression.Unevaluable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The templates that there are. */
final class Filled {

  private static final int LONGEST = 1 << 20;

  private Filled() {}

  static Template list(List<Template> items) {
    var template = new Items(List.copyOf(items), paths(items));
    return isFixed(items) ? new Fixed(template.fill(Map.of())) : template;
  }

  static Template map(Map<String, Template> entries) {
    var template =
        new Entries(
            Collections.unmodifiableMap(new LinkedHashMap<>(entries)), paths(entries.values()));
    return isFixed(entries.values()) ? new Fixed(template.fill(Map.of())) : template;
  }

  /** Texts and expressions, one after the other. */
  static Template within(List<Object> parts) {
    if (parts.stream().allMatch(String.class::isInstance)) {
      return new Fixed(parts.stream().map(String::valueOf).collect(Collectors.joining()));
    }
    var paths =
        parts.stream()
            .filter(Expression.class::isInstance)
            .flatMap(part -> ((Expression) part).paths().stream())
            .collect(Collectors.toUnmodifiableSet());
    return new Within(List.copyOf(parts), paths);
  }

  private static boolean isFixed(Collection<Template> templates) {
    return templates.stream().allMatch(Fixed.class::isInstance);
  }

  private static Set<String> paths(Collection<Template> templates) {
    return templates.stream()
        .flatMap(template -> template.paths().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  record Fixed(@Nullable Object value) implements Template {
    @Override
    public @Nullable Object fill(Map<String, ?> names, Function<Unevaluable, String> gap) {
      return value;
    }

    @Override
    public Set<String> paths() {
      return Set.of();
    }
  }

  record Alone(Expression expression) implements Template {
    @Override
    public @Nullable Object fill(Map<String, ?> names, Function<Unevaluable, String> gap) {
      return expression.value(names);
    }

    @Override
    public Set<String> paths() {
      return expression.paths();
    }
  }

  record Within(List<Object> parts, Set<String> paths) implements Template {
    @Override
    public Object fill(Map<String, ?> names, Function<Unevaluable, String> gap) {
      var text = new StringBuilder();
      for (var part : parts) {
        text.append(
            part instanceof Expression expression
                ? said(expression, names, gap)
                : String.valueOf(part));
        if (text.length() > LONGEST) {
          throw new Unevaluable("a text of more than 1 MiB comes of it; make less of it");
        }
      }
      return text.toString();
    }

    private static String said(
        Expression expression, Map<String, ?> names, Function<Unevaluable, String> gap) {
      try {
        return Sayings.of(expression.value(names));
      } catch (Unevaluable nothing) {
        return gap.apply(nothing);
      }
    }
  }

  record Items(List<Template> items, Set<String> paths) implements Template {
    @Override
    public Object fill(Map<String, ?> names, Function<Unevaluable, String> gap) {
      var filled = new ArrayList<@Nullable Object>(items.size());
      items.forEach(item -> filled.add(item.fill(names, gap)));
      return Collections.unmodifiableList(filled);
    }
  }

  record Entries(Map<String, Template> entries, Set<String> paths) implements Template {
    @Override
    public Object fill(Map<String, ?> names, Function<Unevaluable, String> gap) {
      var filled = new LinkedHashMap<String, @Nullable Object>();
      entries.forEach((key, value) -> filled.put(key, value.fill(names, gap)));
      return Collections.unmodifiableMap(filled);
    }
  }
}
