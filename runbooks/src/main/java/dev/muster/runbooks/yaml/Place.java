package dev.muster.runbooks.yaml;

import java.util.Comparator;

/** Where something stands in a file: line and column from 1; line 0 is the file as a whole. */
public record Place(String file, int line, int column) implements Comparable<Place> {

  private static final Comparator<Place> IN_READING_ORDER =
      Comparator.comparing(Place::file)
          .thenComparingInt(Place::line)
          .thenComparingInt(Place::column);

  public static Place wholeOf(String file) {
    return new Place(file, 0, 0);
  }

  /** The way to here for somebody who reads there: the line, and the file if it is another. */
  public String seenFrom(Place there) {
    return file.equals(there.file) ? "on line " + line : "at " + file + ":" + line;
  }

  @Override
  public int compareTo(Place other) {
    return IN_READING_ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
