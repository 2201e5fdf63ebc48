package dev.muster.integrations.postgres.kind.copy;

import dev.muster.integrations.postgres.kind.session.DatabaseKind;
import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Effect;

/** A kind that only reads the database, and writes what it reads into a file of its name. */
interface FileKind extends DatabaseKind {

  @Override
  default Effect effect(Arguments with) {
    return Effect.CHANGES;
  }

  @Override
  default boolean onlyLooks(Arguments with) {
    return true;
  }

  /** The same file once more. */
  @Override
  default boolean isIdempotent(Arguments with) {
    return true;
  }
}
