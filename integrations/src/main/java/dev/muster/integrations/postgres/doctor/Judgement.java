package dev.muster.integrations.postgres.doctor;

import dev.muster.commands.doctor.Finding;
import dev.muster.commands.text.Words;
import java.util.ArrayList;

/** What is wrong with a database that can be reached. */
final class Judgement {

  private static final String WRITING = "Database writes";
  private static final String DURABILITY = "Database durability";
  private static final String RIGHTS = "Database rights";
  private static final String CONNECTIONS = "Database connections";

  /** One replica opens about as many. */
  private static final int A_REPLICA = 26;

  private Judgement() {}

  static Finding writing(Facts.Modes modes) {
    if (modes.isStandby()) {
      return Finding.failed(
          WRITING,
          "It is a standby, which takes nothing.",
          "Point DATABASE_URL at the primary, such as with ?targetServerType=primary and all"
              + " hosts.");
    }
    return modes.isReadOnly()
        ? Finding.failed(
            WRITING,
            "It is set to read only.",
            "Look for default_transaction_read_only (show, alter role, alter database), and whether"
                + " its disk was full.")
        : Finding.fine(WRITING, "It is a primary and takes them.");
  }

  /** What Muster answered 202 must be there after a power failure. */
  static Finding durability(Facts.Modes modes) {
    var off = new ArrayList<String>();
    if (!modes.hasFsync()) {
      off.add("fsync");
    }
    if (!modes.hasFullPages()) {
      off.add("full_page_writes");
    }
    if (modes.synchronousCommit().equals("off")) {
      off.add("synchronous_commit");
    }
    return off.isEmpty()
        ? Finding.fine(DURABILITY, "What is committed outlives a power failure.")
        : Finding.failed(
            DURABILITY,
            "With %s off, alerts that Muster has taken are lost in a crash of the database's machine."
                .formatted(String.join(" and ", off)),
            "Set to on in postgresql.conf (or for the role): %s."
                .formatted(String.join(", ", off)));
  }

  static Finding rights(Facts.Access access) {
    if (access.schema().isEmpty()) {
      return Finding.failed(
          RIGHTS,
          "%s has no schema to make tables in.".formatted(access.user()),
          "Make one: create schema authorization %s.".formatted(access.user()));
    }
    if (!access.mayCreate()) {
      return Finding.failed(
          RIGHTS,
          "%s may not make tables in the schema %s, which updates and retention need."
              .formatted(access.user(), access.schema()),
          "As its owner: grant create on schema %s to %s."
              .formatted(access.schema(), access.user()));
    }
    if (access.strangers() > 0) {
      return Finding.failed(
          RIGHTS,
          "%s of the schema %s %s not %s's, so an update cannot change them."
              .formatted(
                  Words.count(access.strangers(), "table"),
                  access.schema(),
                  access.strangers() == 1 ? "is" : "are",
                  access.user()),
          "As their owner: reassign owned by OWNER to %s; or give Muster a schema of its own."
              .formatted(access.user()));
    }
    return access.encoding().equals("UTF8")
        ? Finding.fine(RIGHTS, "%s may do all that Muster needs.".formatted(access.user()))
        : Finding.failed(
            RIGHTS,
            "The database is encoded in %s, and alerts come in every script."
                .formatted(access.encoding()),
            "Make one with createdb --encoding=UTF8 --template=template0.");
  }

  static Finding connections(Facts.Size size) {
    var what =
        "%d of %d connections are free; the database holds %s."
            .formatted(size.free(), size.connections(), size.shown());
    return size.free() >= A_REPLICA
        ? Finding.fine(CONNECTIONS, what)
        : Finding.warning(
            CONNECTIONS,
            what,
            "A replica of Muster opens up to %d: raise max_connections before you add one."
                .formatted(A_REPLICA));
  }
}
