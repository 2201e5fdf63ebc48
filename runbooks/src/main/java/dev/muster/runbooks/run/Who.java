package dev.muster.runbooks.run;

/**
 * Somebody who had a hand in a run: the same on every platform.
 *
 * @param id of the person in the configuration; with a colon in it for what is no person, such as
 *     {@code alert:17}
 * @param name what is read
 */
public record Who(String id, String name) {

  /** The runbook itself, where no person is asked. */
  public static final Who MUSTER = new Who("muster:", "Muster");

  public boolean isPerson() {
    return !id.contains(":");
  }
}
