package dev.muster.integrations.postgres.kind.copy;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Rows as {@code copy … with (format csv, header)} writes them, so that it reads them again. */
final class Csv implements Closeable {

  private final Writer out;
  private long characters;

  Csv(Writer out) {
    this.out = out;
  }

  void header(ResultSetMetaData columns) throws SQLException, IOException {
    for (var i = 1; i <= columns.getColumnCount(); i++) {
      field(i, columns.getColumnLabel(i));
    }
    write("\n");
  }

  void row(ResultSet rows) throws SQLException, IOException {
    for (var i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
      field(i, rows.getString(i));
    }
    write("\n");
  }

  long characters() {
    return characters;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /** Nothing at all is null; an empty text has its quotes. */
  private void field(int column, @Nullable String value) throws IOException {
    if (column > 1) {
      write(",");
    }
    if (value != null) {
      write(isPlain(value) ? value : '"' + value.replace("\"", "\"\"") + '"');
    }
  }

  private static boolean isPlain(String value) {
    return !value.isEmpty()
        && value.chars().noneMatch(it -> it == ',' || it == '"' || it == '\n' || it == '\r')
        && !value.equals("\\.");
  }

  private void write(String text) throws IOException {
    out.write(text);
    characters += text.length();
  }
}
