package dev.muster.runbooks.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cuts results that are too large to be kept: what is left out is said by {@code cut: true}. */
public final class Bounded {

  private static final int MOST = 256 * 1024;
  private static final int LEAST = 512;
  private static final int EACH = 8;

  private int left;
  private boolean isCut;

  private Bounded(int left) {
    this.left = left;
  }

  /**
   * What is kept of a result.
   *
   * @param share how many share what can be kept
   */
  public static Map<String, Object> result(Map<String, Object> result, int share) {
    var bounded = new Bounded(Math.max(LEAST, MOST / share));
    var kept = bounded.map(result);
    if (bounded.isCut) {
      kept.put("cut", true);
    }
    return kept;
  }

  /** Whether all of it can be kept. */
  public static boolean fits(Object value) {
    var bounded = new Bounded(MOST);
    bounded.value(value);
    return !bounded.isCut;
  }

  private @Nullable Object value(@Nullable Object value) {
    return switch (value) {
      case String text -> text(text);
      case Map<?, ?> map -> map(map);
      case List<?> list -> list(list);
      case null, default -> {
        left -= EACH;
        yield value;
      }
    };
  }

  private String text(String text) {
    var kept = text.length() <= left ? text : text.substring(0, Math.max(0, left)) + "…";
    isCut |= kept.length() < text.length();
    left -= kept.length() + EACH;
    return kept;
  }

  private List<@Nullable Object> list(List<?> list) {
    List<@Nullable Object> kept = new ArrayList<>();
    for (var item : list) {
      if (left <= 0) {
        isCut = true;
        break;
      }
      kept.add(value(item));
    }
    return kept;
  }

  @SuppressWarnings("NullAway") // Results may hold null; their maps are not annotated for it.
  private Map<String, Object> map(Map<?, ?> map) {
    Map<String, Object> kept = new LinkedHashMap<>();
    for (var entry : map.entrySet()) {
      if (left <= 0) {
        isCut = true;
        break;
      }
      var key = String.valueOf(entry.getKey());
      left -= key.length() + EACH;
      kept.put(key, value(entry.getValue()));
    }
    return kept;
  }
}
