package dev.muster.runbooks.redact;

import java.util.List;

/**
 * Covers what is left of a secret where whoever told a text has cut it off, which it shows by
 * {@code …}: what stands before that may begin a secret, what stands behind it may end one.
 */
record Cuts(List<String> forms, String cover) {

  private static final String CUT = "…";

  /** What is shorter tells nothing. */
  private static final int SHORTEST = 4;

  String covered(String text) {
    if (!text.contains(CUT)) {
      return text;
    }
    var parts = text.split(CUT, -1);
    for (var i = 0; i < parts.length; i++) {
      parts[i] = part(parts[i], i > 0, i < parts.length - 1);
    }
    return String.join(CUT, parts);
  }

  private String part(String part, boolean isCutBefore, boolean isCutBehind) {
    if (part.length() < SHORTEST) {
      return part;
    }
    if (isCutBefore && isCutBehind && forms.stream().anyMatch(form -> form.contains(part))) {
      return cover;
    }
    var ending = isCutBefore ? ending(part) : 0;
    var beginning = isCutBehind ? Math.min(beginning(part), part.length() - ending) : 0;
    return (ending > 0 ? cover : "")
        + part.substring(ending, part.length() - beginning)
        + (beginning > 0 ? cover : "");
  }

  /** How much at its beginning is the end of a secret. */
  private int ending(String part) {
    var longest = 0;
    for (var form : forms) {
      for (var size = Math.min(form.length(), part.length()); size > longest; size--) {
        if (size >= SHORTEST && part.regionMatches(0, form, form.length() - size, size)) {
          longest = size;
        }
      }
    }
    return longest;
  }

  /** How much at its end is the beginning of a secret. */
  private int beginning(String part) {
    var longest = 0;
    for (var form : forms) {
      for (var size = Math.min(form.length(), part.length()); size > longest; size--) {
        if (size >= SHORTEST && part.regionMatches(part.length() - size, form, 0, size)) {
          longest = size;
        }
      }
    }
    return longest;
  }
}
