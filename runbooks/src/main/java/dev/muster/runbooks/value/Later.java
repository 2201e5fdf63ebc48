package dev.muster.runbooks.value;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A map that is made when somebody first looks into it, which most expressions never do. */
final class Later extends AbstractMap<String, Object> {

  private final Supplier<Map<String, Object>> making;
  private volatile @Nullable Map<String, Object> made;

  Later(Supplier<Map<String, Object>> making) {
    this.making = making;
  }

  @Override
  public boolean containsKey(Object key) {
    return map().containsKey(key);
  }

  @Override
  public @Nullable Object get(Object key) {
    return map().get(key);
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    return map().entrySet();
  }

  private Map<String, Object> map() {
    var map = made;
    if (map == null) {
      map = making.get();
      made = map;
    }
    return map;
  }
}
