package dev.muster.integrations.postgres.kind.look;

import dev.muster.integrations.postgres.kind.session.DatabaseKind;
import dev.muster.integrations.postgres.kind.session.Target;
import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.kind.Parameter;
import java.util.List;

/** A kind that only reads. */
interface Look extends DatabaseKind {

  /** What the seeds and the usual installations have. */
  Parameter SCHEMA =
      Parameter.optional("schema", Parameter.Type.TEXT, "Whose tables are looked at: shop.")
          .otherwise("public");

  /** The rest of a preview's line: {@code look for locks in}. */
  String looking();

  @Override
  default List<Parameter> parameters() {
    return List.of(URL);
  }

  @Override
  default Effect effect(Arguments with) {
    return Effect.READS;
  }

  @Override
  default String describe(Arguments with) {
    return looking() + " " + Target.shown(with, URL.name());
  }
}
