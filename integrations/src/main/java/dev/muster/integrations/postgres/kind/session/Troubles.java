package dev.muster.integrations.postgres.kind.session;

import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Outcome.Failed;
import dev.muster.runbooks.kind.Outcome.Unclear;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What PostgreSQL's errors mean for people and for {@code retry}. Never the detail of an error,
 * which may quote rows.
 */
record Troubles(Target target, boolean reads) {

  /** Of whatever can go wrong between any step and its database. */
  static final Set<String> CODES =
      Set.of(
          "invalid",
          "unreachable",
          "refused",
          "no-database",
          "too-many-connections",
          "connection-lost",
          "timeout",
          "stopped",
          "too-large",
          "forbidden",
          "read-only",
          "locked",
          "syntax",
          "sql");

  /** Nothing was asked for yet. */
  Failed connecting(SQLException e) {
    return switch (state(e)) {
      case "28P01", "28000" ->
          new Failed(
              "refused",
              "PostgreSQL at %s does not let this user in: %s. Check user and password of the"
                      .formatted(target, said(e))
                  + " step's url, and pg_hba.conf.");
      case "3D000" ->
          new Failed("no-database", "%s: %s. Check the url's end.".formatted(target, said(e)));
      case "53300" ->
          new Failed(
              "too-many-connections",
              "PostgreSQL at %s has no connection left: %s. End idle ones with"
                      .formatted(target, said(e))
                  + " postgres/terminate-backends, as a user who may take a reserved one.");
      case "57P03" -> new Failed("unreachable", target + " is starting or stopping: " + said(e));
      default ->
          new Failed(
              "unreachable",
              "Cannot reach PostgreSQL at %s: %s. Does it run, and does the network let Muster in?"
                  .formatted(target, said(e)));
    };
  }

  /** In the middle of the step's work. */
  Outcome working(SQLException e, boolean late) {
    var state = state(e);
    if (state.equals("57014")) {
      return stopped(late || said(e).contains("statement timeout"));
    }
    if (said(e).contains("maxResultBuffer")) {
      return new Failed(
          "too-large", "The answer is larger than 32 MB. Ask for fewer rows or shorter columns.");
    }
    return state.startsWith("08") || state.startsWith("57P") ? lost(e) : refused(state, e);
  }

  /** PostgreSQL undoes what it cancels, but for what its command does in several transactions. */
  static Failed stopped(boolean late) {
    return late
        ? new Failed("timeout", "It took longer than it may, and PostgreSQL has cancelled it.")
        : new Failed("stopped", "It was stopped, and PostgreSQL has cancelled it.");
  }

  private Outcome lost(SQLException e) {
    var words = "The connection to %s was lost in the middle: %s.".formatted(target, said(e));
    return reads
        ? new Failed("connection-lost", words + " Nothing was changed; try again.")
        : new Unclear("connection-lost", words + " Whether it was done is not known.");
  }

  private Failed refused(String state, SQLException e) {
    var said = said(e);
    return switch (state) {
      case "42501" ->
          new Failed(
              "forbidden",
              "%s: %s. Grant it, or give a url of a user who may.".formatted(target, said));
      case "25006" -> new Failed("read-only", "This would change something: %s.".formatted(said));
      case "55P03", "40P01" -> new Failed("locked", said + ". Look with postgres/locks.");
      case "42601" -> new Failed("syntax", "PostgreSQL cannot read this: %s.".formatted(said));
      default -> new Failed("sql", "%s refuses: %s (%s).".formatted(target, said, state));
    };
  }

  static String state(SQLException e) {
    return Optional.ofNullable(e.getSQLState()).orElse("");
  }

  /** The server's own sentence, or the driver's. */
  static String said(SQLException e) {
    var ofServer =
        e instanceof PSQLException known
            ? Optional.ofNullable(known.getServerErrorMessage())
            : Optional.<ServerErrorMessage>empty();
    var sentence =
        ofServer
            .map(Troubles::sentence)
            .or(() -> Optional.ofNullable(e.getMessage()))
            .orElse("no reason is given");
    return Shown.oneLine(sentence, 300).replaceFirst("\\.$", "");
  }

  private static String sentence(ServerErrorMessage message) {
    var hint = Optional.ofNullable(message.getHint()).map(it -> " (" + it + ")").orElse("");
    return Optional.ofNullable(message.getMessage()).orElse("no reason is given") + hint;
  }
}
