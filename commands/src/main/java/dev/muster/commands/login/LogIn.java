package dev.muster.commands.login;

import dev.muster.commands.login.LoginAudit.Source;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import dev.muster.commands.store.Transactions;
import java.util.Optional;

/** Turns a link into a session: link, session and audit in one transaction. Thread-safe. */
public final class LogIn {

  private final Transactions transactions;
  private final LoginLinks links;
  private final Sessions sessions;
  private final LoginAudit audit;
  private final Directory directory;

  public LogIn(
      Transactions transactions,
      LoginLinks links,
      Sessions sessions,
      LoginAudit audit,
      Directory directory) {
    this.transactions = transactions;
    this.links = links;
    this.sessions = sessions;
    this.audit = audit;
    this.directory = directory;
  }

  /** What came of it. */
  public sealed interface Outcome {

    /**
     * They may go on.
     *
     * @param session what their browser shows from now on
     */
    record In(Person person, LoginToken session) implements Outcome {}

    record Out(Proof.Bad why) implements Outcome {}
  }

  public Outcome by(LoginToken link, Source from) {
    return transactions.inTransaction(() ->
        switch (known(links.use(link))) {
          case Proof.Bad bad -> new Outcome.Out(bad);
          case Proof.Good(var id) -> {
            var session = sessions.begin(id);
            audit.record("login", "done", Optional.of(id), from);
            yield new Outcome.In(directory.find(id).orElseThrow(), session);
          }
        });
  }

  /** Whom a link would let in. */
  public Proof look(LoginToken link) {
    return known(links.look(link));
  }

  private Proof known(Proof proof) {
    return proof instanceof Proof.Good(var id) && directory.find(id).isEmpty()
        ? new Proof.Bad(LoginRefusal.PERSON_GONE, Optional.of(id))
        : proof;
  }
}
