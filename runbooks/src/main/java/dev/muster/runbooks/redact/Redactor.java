package dev.muster.runbooks.redact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes the secrets of a run out of texts, in each form in which they travel: as they are, in
 * base64 however they are aligned, URL-encoded and as text of JSON; and what is left of them where
 * a text was cut off, as its {@code …} shows. Immutable and thread-safe.
 */
public final class Redactor {

  /** What stands in place of a secret. */
  public static final String COVER = "•••";

  public static final Redactor NONE = new Redactor(List.of());

  private final Optional<Pattern> secrets;
  private final Cuts cuts;

  private Redactor(List<String> forms) {
    var either = forms.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    this.secrets = forms.isEmpty() ? Optional.empty() : Optional.of(Pattern.compile(either));
    this.cuts = new Cuts(forms, COVER);
  }

  public static Redactor of(Collection<String> secrets) {
    var forms =
        secrets.stream()
            .flatMap(secret -> SecretForms.of(secret).stream())
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    return forms.isEmpty() ? NONE : new Redactor(forms);
  }

  public String text(String text) {
    return secrets
        .map(pattern -> cuts.covered(pattern.matcher(text).replaceAll(COVER)))
        .orElse(text);
  }

  /** Whether a secret was taken out of it before, however deep. */
  public static boolean isCovered(@Nullable Object value) {
    return switch (value) {
      case String text -> text.contains(COVER);
      case Map<?, ?> map ->
          map.keySet().stream().anyMatch(Redactor::isCovered)
              || map.values().stream().anyMatch(Redactor::isCovered);
      case List<?> list -> list.stream().anyMatch(Redactor::isCovered);
      case null, default -> false;
    };
  }

  /** Whether it is one as a whole. */
  private boolean isSecret(String text) {
    return secrets.filter(pattern -> pattern.matcher(text).matches()).isPresent();
  }

  /** In all texts of it, however deep. */
  public @Nullable Object value(@Nullable Object value) {
    return switch (value) {
      case String text -> text(text);
      case Map<?, ?> map -> map(map);
      case List<?> list -> {
        List<@Nullable Object> items = new ArrayList<>();
        list.forEach(item -> items.add(value(item)));
        yield items;
      }
      case Number number -> isSecret(number.toString()) ? COVER : number;
      case null, default -> value;
    };
  }

  @SuppressWarnings("NullAway") // Results may hold null; their maps are not annotated for it.
  public Map<String, Object> map(Map<?, ?> map) {
    Map<String, Object> result = new LinkedHashMap<>();
    map.forEach((key, item) -> result.put(text(String.valueOf(key)), value(item)));
    return result;
  }
}
