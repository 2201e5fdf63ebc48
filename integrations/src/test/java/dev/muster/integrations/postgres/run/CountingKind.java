package dev.muster.integrations.postgres.run;

import dev.muster.integrations.postgres.Database;
import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.kind.Kind;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Outcome.Done;
import dev.muster.runbooks.kind.Parameter;
import dev.muster.runbooks.kind.Reconciled;
import java.util.List;
import java.util.Map;

/**
 * A kind that writes down in the database what it did, so that it is known after a crash too.
 *
 * @param tells whether a look at the world shows whether it happened
 */
record CountingKind(String name, Effect effect, boolean tells, Database database, Doing doing)
    implements Kind {

  /** What it does besides. */
  @FunctionalInterface
  interface Doing {
    Doing NOTHING = _ -> {};

    void act(Attempt attempt) throws InterruptedException;
  }

  static void prepare(Database database) {
    database.with(handle ->
        handle.execute("create table if not exists act (id serial, key text, step text)"));
  }

  /** The steps that were done, in order. */
  static List<String> acts(Database database) {
    return database.with(handle ->
        handle.createQuery("select step from act order by id").mapTo(String.class).list());
  }

  @Override
  public String about() {
    return "For tests.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(Parameter.optional("text", Parameter.Type.TEXT, "Anything."));
  }

  @Override
  public Effect effect(Arguments with) {
    return effect;
  }

  @Override
  public String describe(Arguments with) {
    return name;
  }

  @Override
  public Outcome act(Attempt attempt) throws InterruptedException {
    database.with(handle ->
        handle
            .createUpdate("insert into act (key, step) values (:key, :step)")
            .bind("key", attempt.key())
            .bind("step", attempt.step())
            .execute());
    attempt.output().line("did " + attempt.step());
    doing.act(attempt);
    return new Done(Map.of("step", attempt.step()), "did " + attempt.step());
  }

  @Override
  public Reconciled reconcile(Attempt attempt) {
    if (!tells) {
      return new Reconciled.Unknown("nobody can tell from outside");
    }
    var times =
        database.<Long>with(handle ->
            handle
                .createQuery("select count(*) from act where key = :key")
                .bind("key", attempt.key())
                .mapTo(Long.class)
                .one());
    return times > 0
        ? new Reconciled.Happened(new Done(Map.of("step", attempt.step()), "it was there"))
        : new Reconciled.DidNot("it was not there");
  }
}
