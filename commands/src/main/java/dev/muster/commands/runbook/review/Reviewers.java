package dev.muster.commands.runbook.review;

import dev.muster.commands.people.Person;
import dev.muster.commands.people.Refusal;
import dev.muster.commands.runbook.Access;
import dev.muster.commands.runbook.Desk;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.language.Definition;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.Who;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may look at what was done without an approval, as the second pair of eyes that it lacked:
 * whoever may approve it, but neither who broke the glass nor who asked for the run.
 */
public final class Reviewers {

  private final Desk desk;
  private final RunId id;
  private final List<Review> broken;
  private final Optional<Run> run;
  private final Optional<Definition> pinned;
  private final Effect effect;

  /**
   * @param broken all glass of the run, whether or not somebody has looked at it
   */
  public Reviewers(Desk desk, RunId id, List<Review> broken) {
    this.desk = desk;
    this.id = id;
    this.broken = List.copyOf(broken);
    this.run = desk.means().store().find(id);
    this.pinned = run.flatMap(desk::pinned);
    this.effect =
        run.flatMap(it -> pinned.map(known -> desk.effect(known, it))).orElse(Effect.CHANGES);
  }

  /** What of it was their own; empty where nothing was. */
  public Optional<String> own(Person person) {
    if (broken.stream().anyMatch(it -> isSame(it.by(), person))) {
      return Optional.of("You broke the glass of run " + id + " yourself");
    }
    return run.filter(it -> isSame(it.origin().requester(), person))
        .map(_ -> "You asked for run " + id + " yourself");
  }

  /** Why somebody may not, whoever did what; of a run that is gone the right itself decides. */
  public Optional<Refusal> against(Person person) {
    var access = desk.access();
    return pinned
        .map(it -> access.againstApproving(person, it.runbook(), effect, Set.of()))
        .orElseGet(() -> access.againstSome(person, Access.APPROVE));
  }

  /** Whom to turn to. */
  public String whom() {
    return desk.directory()
        .askable(it -> own(it).isEmpty() && against(it).isEmpty())
        .words()
        .orElseGet(() -> desk.directory().nobody("Nobody else can"));
  }

  private static boolean isSame(Who who, Person person) {
    return who.id().equals(person.id().value());
  }
}
