package dev.muster.commands.people;

/** One thing that may be done, {@code area:verb}, such as {@code incident:act}. */
public record Right(String area, String verb) {

  /** Reads {@code area:verb}; either part may be {@code *} where a right is granted. */
  public static Right parse(String text) {
    var colon = text.indexOf(':');
    if (text.equals("*")) {
      return new Right("*", "*");
    }
    if (colon < 1 || colon == text.length() - 1) {
      throw new IllegalArgumentException("a right is written area:verb, such as incident:act");
    }
    return new Right(text.substring(0, colon), text.substring(colon + 1));
  }

  /** Whether somebody who was granted this right may do what needs {@code needed}. */
  public boolean covers(Right needed) {
    return (area.equals("*") || area.equals(needed.area))
        && (verb.equals("*") || verb.equals(needed.verb));
  }

  @Override
  public String toString() {
    return area.equals("*") && verb.equals("*") ? "*" : area + ":" + verb;
  }
}
