package dev.muster.bot.config.runbooks;

import dev.muster.bot.config.steps.StepAccess;
import dev.muster.commands.runbook.message.Announcements;
import dev.muster.commands.runbook.message.MessageKind;
import dev.muster.integrations.http.HttpKind;
import dev.muster.integrations.http.Reach;
import dev.muster.integrations.postgres.kind.PostgresKinds;
import dev.muster.integrations.redis.RedisKinds;
import dev.muster.integrations.shell.ShellKind;
import dev.muster.runbooks.flow.FlowKinds;
import dev.muster.runbooks.kind.Kind;
import dev.muster.runbooks.kind.Kinds;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The kinds of steps that this Muster has: one line for each. */
public final class StepKinds {

  private StepKinds() {}

  /** For whoever only reads what they declare. */
  public static Kinds all() {
    return under(StepAccess.USUAL);
  }

  /** For whoever checks runbooks of a configuration that allows this. */
  public static Kinds under(StepAccess access) {
    return of(Path.of("files"), () -> access, Announcements.NONE);
  }

  /**
   * For whoever runs them.
   *
   * @param files where backups and exports lie
   * @param access asked for anew for each step: the configuration changes while Muster runs
   * @param announcements what says what they have to say
   */
  public static Kinds of(Path files, Supplier<StepAccess> access, Announcements announcements) {
    var all = new AtomicReference<Kinds>(new Kinds(List.of()));
    var kinds = new ArrayList<Kind>(FlowKinds.all(all::get, InstantSource.system()));
    kinds.add(new MessageKind(announcements, InstantSource.system()));
    kinds.add(new HttpKind(() -> new Reach(access.get().networks())));
    kinds.add(new ShellKind(() -> access.get().commands()));
    kinds.addAll(PostgresKinds.all(files));
    kinds.addAll(RedisKinds.all());
    all.set(new Kinds(kinds));
    return all.get();
  }
}
