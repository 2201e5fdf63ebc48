package dev.muster.commands.people;

/** The id of a person in the configuration: a word such as {@code devops}. */
public record PersonId(String value) {

  @Override
  public String toString() {
    return value;
  }
}
