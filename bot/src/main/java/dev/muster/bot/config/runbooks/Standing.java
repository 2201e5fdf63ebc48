package dev.muster.bot.config.runbooks;

/**
 * What was made once of one reading of the runbooks. Immutable.
 *
 * @param from what it was made of
 */
public record Standing<T>(ConfiguredRunbooks from, T value) {

  /** Of the same reading: to compare what all runbooks say would cost more than it saves. */
  @SuppressWarnings("ReferenceEquality")
  public boolean isOf(ConfiguredRunbooks runbooks) {
    return from == runbooks;
  }
}
