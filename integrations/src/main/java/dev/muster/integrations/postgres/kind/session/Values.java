package dev.muster.integrations.postgres.kind.session;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGInterval;

/** Columns as what expressions know: whole and other numbers, texts, times, lists. */
final class Values {

  private static final int LONGEST = 8_192;

  private Values() {}

  static Map<String, Object> row(ResultSet rows) throws SQLException {
    var columns = rows.getMetaData();
    var row = new LinkedHashMap<String, Object>();
    for (var i = 1; i <= columns.getColumnCount(); i++) {
      put(row, unused(row, columns.getColumnLabel(i)), column(rows, i));
    }
    return row;
  }

  /** PostgreSQL calls everything without a name the same. */
  private static String unused(Map<String, Object> row, String label) {
    var name = label;
    for (var i = 2; row.containsKey(name); i++) {
      name = label + "_" + i;
    }
    return name;
  }

  /** Null is a value that results may have. */
  @SuppressWarnings("NullAway")
  private static void put(Map<String, Object> row, String name, @Nullable Object value) {
    row.put(name, value);
  }

  private static @Nullable Object column(ResultSet rows, int column) throws SQLException {
    if (rows.getObject(column) == null) {
      return null;
    }
    var type = rows.getMetaData().getColumnTypeName(column);
    return switch (type) {
      case "int2", "int4", "int8", "oid", "smallserial", "serial", "bigserial" ->
          rows.getLong(column);
      case "float4", "float8" -> rows.getDouble(column);
      case "numeric" -> number(rows.getString(column));
      case "bool" -> rows.getBoolean(column);
      case "timestamptz" -> instant(rows.getObject(column, OffsetDateTime.class));
      case "interval" -> interval(rows.getString(column));
      case "bytea" -> rows.getBytes(column).length + " bytes";
      default -> type.startsWith("_") ? list(rows.getArray(column).getArray()) : text(rows, column);
    };
  }

  private static Object number(String text) {
    try {
      var number = new BigDecimal(text);
      return number.scale() <= 0 && number.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0
          ? (Object) number.longValueExact()
          : (Object) number.doubleValue();
    } catch (NumberFormatException notANumber) {
      return Double.valueOf(text);
    }
  }

  private static Instant instant(OffsetDateTime time) {
    return time.toInstant();
  }

  /** A month is no length of time: such an interval stays as it is written. */
  private static Object interval(String text) throws SQLException {
    var interval = new PGInterval(text);
    if (interval.getYears() != 0 || interval.getMonths() != 0) {
      return text;
    }
    return Duration.ofDays(interval.getDays())
        .plusHours(interval.getHours())
        .plusMinutes(interval.getMinutes())
        .plusSeconds(interval.getWholeSeconds())
        .plusNanos(interval.getMicroSeconds() * 1_000L);
  }

  private static List<Object> list(Object array) {
    var list = new ArrayList<Object>();
    for (var element : (Object[]) array) {
      list.add(
          switch (element) {
            case Object[] inner -> list(inner);
            case Short number -> number.longValue();
            case Integer number -> number.longValue();
            case Long number -> number;
            case Boolean bool -> bool;
            case null -> "null";
            default -> String.valueOf(element);
          });
    }
    return list;
  }

  private static String text(ResultSet rows, int column) throws SQLException {
    var text = rows.getString(column);
    return text.length() <= LONGEST
        ? text
        : "%s… (%d characters)".formatted(text.substring(0, LONGEST), text.length());
  }
}
