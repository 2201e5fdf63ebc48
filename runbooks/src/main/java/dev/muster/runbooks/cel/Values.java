package dev.muster.runbooks.cel;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.values.CelByteString;
import dev.cel.common.values.NullValue;
import dev.muster.runbooks.expression.Sayings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Our values as the library takes them, and its own as we do. */
final class Values {

  private Values() {}

  static Map<String, Object> theirs(Map<String, ?> names) {
    return new MapView<>(names);
  }

  static Object theirs(@Nullable Object value) {
    return switch (value) {
      case null -> NullValue.NULL_VALUE;
      case Integer number -> number.longValue();
      case Short number -> number.longValue();
      case Float number -> number.doubleValue();
      case BigDecimal number -> number.doubleValue();
      case Map<?, ?> map -> new MapView<>(map);
      case List<?> list -> new ListView(list);
      default -> value;
    };
  }

  static @Nullable Object ours(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case NullValue _ -> null;
      case Map<?, ?> map -> map(map);
      case List<?> list -> {
        var made = new ArrayList<@Nullable Object>(list.size());
        list.forEach(each -> made.add(ours(each)));
        yield made;
      }
      case String _, Long _, Double _, Boolean _, Duration _, Instant _ -> value;
      case UnsignedLong number -> number.longValue();
      case CelByteString bytes -> bytes.toStringUtf8();
      default -> value.toString();
    };
  }

  private static Map<String, @Nullable Object> map(Map<?, ?> map) {
    var made = new LinkedHashMap<String, @Nullable Object>();
    map.forEach((key, each) -> made.put(Sayings.of(ours(key)), ours(each)));
    return made;
  }

  /** Turns what is asked for and nothing else, so that large results cost little. */
  private static final class MapView<K> extends AbstractMap<K, Object> {

    private final Map<K, ?> map;

    MapView(Map<K, ?> map) {
      this.map = map;
    }

    @Override
    public boolean containsKey(Object key) {
      return map.containsKey(key);
    }

    @Override
    public @Nullable Object get(Object key) {
      return map.containsKey(key) ? theirs(map.get(key)) : null;
    }

    @Override
    public int size() {
      return map.size();
    }

    @Override
    public Set<K> keySet() {
      return map.keySet();
    }

    @Override
    public Set<Entry<K, Object>> entrySet() {
      var entries = new LinkedHashSet<Entry<K, Object>>();
      map.forEach((key, value) -> entries.add(new SimpleImmutableEntry<>(key, theirs(value))));
      return entries;
    }
  }

  private static final class ListView extends AbstractList<Object> {

    private final List<?> list;

    ListView(List<?> list) {
      this.list = list;
    }

    @Override
    public Object get(int index) {
      return theirs(list.get(index));
    }

    @Override
    public int size() {
      return list.size();
    }
  }
}
