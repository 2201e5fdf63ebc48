package dev.muster.bot.console.form;

import java.util.List;

/**
 * Something to fill in, as a template shows it.
 *
 * @param kind what stands there: {@code line} or {@code area} to type into, or {@code choice}
 * @param seen sent along, so that it is known what the person had before them
 * @param hint how it is written; empty for what needs none
 * @param problem what is wrong with the value; empty for nothing
 * @param isContested whether somebody else has changed it meanwhile
 * @param current what stands there now, as it would be typed
 * @param theirs the same as it is read; empty for nothing
 */
public record InputView(
    String name,
    String label,
    String kind,
    String value,
    String seen,
    String hint,
    List<Choice> offered,
    boolean isRequired,
    String problem,
    boolean isContested,
    String current,
    String theirs) {

  /** One of the values to choose from. */
  public record Choice(String value, String words) {}

  public boolean isTrouble() {
    return isContested || !problem.isEmpty();
  }
}
