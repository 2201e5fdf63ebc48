package dev.muster.integrations.postgres.doctor;

import dev.muster.commands.doctor.Check;
import dev.muster.commands.doctor.ClockSkew;
import dev.muster.commands.doctor.Finding;
import dev.muster.integrations.postgres.DatabaseAddress;
import dev.muster.integrations.postgres.Pools;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Whether the database can be reached, is recent enough, may be written to, and keeps what it says
 * that it has kept. It comes over a connection of its own, as a Muster that starts would.
 *
 * @param shown where it is, for people
 */
public record DatabaseCheck(DatabaseAddress address, String shown, InstantSource clock)
    implements Check {

  private static final String RELEASE =
      """
      select current_setting('server_version_num')::int as number,
             split_part(current_setting('server_version'), ' ', 1) as shown
      """;

  @Override
  public String about() {
    return "Database";
  }

  @Override
  public List<Finding> look() {
    try {
      return Jdbi.create(Pools.patient(address)).withHandle(this::look);
    } catch (JdbiException away) {
      return List.of(Away.of(about(), shown, away));
    }
  }

  private List<Finding> look(Handle handle) {
    handle.execute("set statement_timeout = '4s'");
    var release =
        handle
            .createQuery(RELEASE)
            .map((row, _) -> new Release(row.getInt("number"), row.getString("shown")))
            .one();
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var findings = new ArrayList<Finding>();
    findings.add(release.finding(about(), shown, today));
    if (release.isSupportedByUs()) {
      findings.addAll(facts(handle));
    }
    return findings;
  }

  private List<Finding> facts(Handle handle) {
    var asked = clock.instant();
    var facts = Facts.of(handle);
    var half = Duration.between(asked, clock.instant()).dividedBy(2);
    return List.of(
        Judgement.writing(facts.modes()),
        Judgement.durability(facts.modes()),
        Judgement.rights(facts.access()),
        Judgement.connections(facts.size()),
        skew(asked.plus(half), facts.now()));
  }

  private static Finding skew(Instant ours, Instant theirs) {
    return new ClockSkew(
            "the database's",
            Duration.between(theirs, ours),
            "Replicas whose clocks differ do what is due too early or too late.")
        .finding("Clock and the database's");
  }
}
