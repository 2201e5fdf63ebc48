package dev.muster.commands.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Place;
import dev.muster.commands.chat.PlainText;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import dev.muster.commands.people.Right;
import dev.muster.commands.testing.TestClock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {

  private static final Finding SCOPES =
      Finding.failed("Slack scopes", "The app lacks chat:write.", "Install the app again.");
  private static final Finding CLOCK =
      Finding.warning("Clock", "It is 14 s ahead.", "Let it follow a time server.");
  private static final Finding MAIL = Finding.unused("Mail", "SMTP_URL is not set.");
  private static final Finding SERVER =
      Finding.skipped("Muster itself", "Nothing answers.", "Start it.");
  private static final Finding DATABASE = Finding.fine("Database", "PostgreSQL 18.1.");
  private static final Finding DISK = Finding.fine("Disk", "20.0 GB are free.");

  @AutoClose("shutdownNow")
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private record Found(List<Finding> findings) implements Check {
    @Override
    public String about() {
      return "All";
    }

    @Override
    public List<Finding> look() {
      return findings;
    }
  }

  private final TestClock clock = new TestClock();

  private DoctorCommand command(Finding... findings) {
    var check = new Found(List.of(findings));
    return new DoctorCommand(new Doctor(() -> List.of(check), threads, Doctor.USUAL_LIMIT, clock));
  }

  private Reply run(Finding... findings) {
    return run(command(findings));
  }

  private static Reply run(DoctorCommand command) {
    var admin = new Person(new PersonId("lead"), "Lead", ZoneOffset.UTC, Set.of("admin"));
    var place = new Place("web", "incidents", Optional.empty());
    return command.run(new Invocation(admin, place, "/muster doctor", "r1"), List.of());
  }

  private static String text(Reply reply) {
    return new PlainText(ZoneOffset.UTC).render(reply.message());
  }

  @Test
  void the_worst_comes_first_and_the_count_last() {
    var reply = run(DATABASE, MAIL, CLOCK, DISK, SERVER, SCOPES);

    assertThat(text(reply))
        .isEqualTo(
            """
            To mend
            Slack scopes  The app lacks chat:write. Install the app again.
            To look at
            Clock  It is 14 s ahead. Let it follow a time server.
            Not looked at
            Muster itself  Nothing answers. Start it.
            Not in use
            Mail  SMTP_URL is not set.
            Fine  Database, Disk
            2 fine, 1 to mend, 1 to look at, 1 not looked at, 1 not in use\
            """);
    assertThat(reply.isPrivate()).isTrue();
    assertThat(reply.message().fallback())
        .isEqualTo(
            "To mend first: Slack scopes. 2 fine, 1 to mend, 1 to look at, 1 not looked at,"
                + " 1 not in use");
  }

  @Test
  void where_all_is_well_two_lines_are_enough() {
    assertThat(text(run(DATABASE, DISK)))
        .isEqualTo("Fine  Database, Disk\n2 fine, nothing to mend");
  }

  @Test
  void what_was_found_for_somebody_else_says_since_when_it_is_known() {
    var command = command(DATABASE, DISK);
    assertThat(text(run(command))).endsWith("nothing to mend");
    clock.advance(Duration.ofSeconds(12));
    assertThat(text(run(command)))
        .endsWith("2 fine, nothing to mend  as of 12 s ago: ask again in 18 s for a new look");
  }

  /** What nobody looked at may be what is wrong. */
  @Test
  void nothing_to_mend_is_said_of_what_was_looked_at_only() {
    assertThat(new Report(List.of(DATABASE, MAIL)).summary())
        .isEqualTo("1 fine, nothing to mend, 1 not in use");
    assertThat(new Report(List.of(DATABASE, MAIL, SERVER)).summary())
        .isEqualTo("1 fine, nothing found to mend, 1 not looked at, 1 not in use");
  }

  @Test
  void it_holds_no_connection_while_it_waits_for_others() {
    assertThat(command().isLook()).isTrue();
  }

  @Test
  void of_many_ten_are_shown_and_how_to_see_the_others() {
    var channels =
        IntStream.range(0, 12)
            .mapToObj(number -> Finding.failed("#c" + number, "Muster is not in it.", "Invite it."))
            .toArray(Finding[]::new);

    assertThat(text(run(channels)))
        .contains(
            "#c9",
            "and 2 more: #c10, #c11. java -jar muster.jar doctor says what of each, and once some"
                + " are mended /muster doctor does too")
        .doesNotContain("#c10  ")
        .endsWith("0 fine, 12 to mend");
  }

  @Test
  void of_many_that_nobody_looked_at_none_is_to_be_mended() {
    var channels =
        IntStream.range(0, 12)
            .mapToObj(number -> Finding.skipped("#c" + number, "Nobody asked.", "Look there."))
            .toArray(Finding[]::new);

    assertThat(text(run(channels)))
        .contains("and 2 more: #c10, #c11. java -jar muster.jar doctor says what of each\n")
        .doesNotContain("mended");
  }

  @Test
  void it_takes_the_right_to_look_at_the_configuration() {
    assertThat(command().needs()).contains(Right.parse("config:view"));
  }

  @Test
  void a_terminal_is_shown_all_of_it() {
    assertThat(new Report(List.of(DATABASE, MAIL, CLOCK, SCOPES)).text())
        .isEqualTo(
            """
            To mend
              Slack scopes: The app lacks chat:write.
                Install the app again.

            To look at
              Clock: It is 14 s ahead.
                Let it follow a time server.

            Not in use
              Mail: SMTP_URL is not set.

            Fine
              Database: PostgreSQL 18.1.

            1 fine, 1 to mend, 1 to look at, 1 not in use\
            """);
  }
}
