package dev.muster.commands.permission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.AuthoriseFilter;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.CommandTable;
import dev.muster.commands.chat.HelpCommand;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Place;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Router;
import dev.muster.commands.incident.action.Team;
import dev.muster.commands.incident.action.TeamReaders;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.HeldRole;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import dev.muster.commands.people.Right;
import dev.muster.commands.testing.Screen;
import dev.muster.commands.testing.TestClock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** It is Monday, 10:00 UTC; Bea is on call until 21:00 UTC. */
class CanCommandTest {

  private static final Person ANN = person("ann", "Ann", "responder");
  private static final Person BEA = person("bea", "Bea", "responder");
  private static final Person LEAD = person("lead", "Lead", "admin");

  private final Directory directory =
      new Directory(
              List.of(ANN, BEA, LEAD),
              Map.of(
                  "responder", Set.of(Right.parse("incident:*")),
                  "on-call", Set.of(Right.parse("runbook:run")),
                  "admin", Set.of(Right.parse("*"))))
          .with(id ->
              id.equals(BEA.id())
                  ? List.of(HeldRole.onDuty("on-call", "primary", TestClock.minute(660)))
                  : List.of());
  private final Router router = new Router(table(), List.of(new AuthoriseFilter(directory)));

  private CommandTable table() {
    var commands = new ArrayList<Command>();
    commands.add(command("incident ack", "incident:act"));
    commands.add(command("incident list", "incident:view"));
    commands.add(command("runbook run", "runbook:run"));
    commands.add(command("token create", "token:edit"));
    commands.add(
        new CanCommand(
            () -> new CommandTable(commands),
            new TeamReaders(new Team(directory, List::of, List::of)).person(),
            directory,
            new TestClock()));
    commands.add(new HelpCommand(() -> new CommandTable(commands), directory));
    return new CommandTable(commands);
  }

  private Reply say(Person who, String text) {
    var place = new Place("web", "incidents", Optional.empty());
    return router.handle(new Invocation(who, place, text, "r1"));
  }

  private String told(String text) {
    var reply = say(ANN, text);
    assertThat(reply.isPrivate()).isTrue();
    return Screen.wide(reply.message());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/muster can @ann incident ack",
        "/muster can ann /incident ack 1042",
        "/muster can @Ann /muster incident ack",
        "/muster can me INCIDENT ACK",
        "/can incident ack"
      })
  void which_role_grants_it_and_by_which_right(String text) {
    assertThat(told(text))
        .isEqualTo(
            """
            Yes: Ann may run /incident ack.
            Role responder grants it (incident:*)
            """);
  }

  @Test
  void a_role_of_a_shift_says_until_when() {
    assertThat(told("/muster can @bea runbook run"))
        .isEqualTo(
            """
            Yes: Bea may run /runbook run.
            Role on-call grants it (runbook:run): on call for primary until 21:00
            """);
    assertThat(say(ANN, "/muster can @bea runbook run").message().fallback())
        .isEqualTo(
            "Yes: Bea may run /runbook run, by role on-call"
                + " (on call for primary until Tue 3 Mar 00:00 EAT).");
  }

  @Test
  void who_may_not_is_told_which_roles_would_do_and_who_has_them_now() {
    assertThat(told("/muster can @ann runbook run"))
        .isEqualTo(
            """
            No: Ann may not run /runbook run.
            It needs role admin or on-call.
            On call now: Bea. Ask Lead.
            """);
  }

  @Test
  void a_denial_says_the_same() {
    var denied = say(ANN, "/runbook run");

    assertThat(denied.error()).contains(Reply.Error.DENIED);
    assertThat(Screen.wide(denied.message()))
        .isEqualTo(
            """
            You can't run `/runbook run`.
            It needs role admin or on-call.
            On call now: Bea. Ask Lead.
            """);
    assertThat(say(BEA, "/runbook run").error()).isEmpty();
  }

  @Test
  void what_everybody_may_is_said_so() {
    assertThat(told("/muster can @ann help")).isEqualTo("Yes: everybody may run /help.\n");
  }

  @Test
  void a_right_is_explained_as_muster_yaml_writes_it() {
    assertThat(told("/muster can @ann token:edit"))
        .startsWith("No: Ann may not do token:edit.\nIt needs role admin.\nAsk Lead.\n");
  }

  @Test
  void everything_is_listed_by_area() {
    assertThat(told("/muster can @bea"))
        .isEqualTo(
            """
            (NONE) What Bea may do
            Roles: responder, on-call, on call for primary until 21:00
            incident  ack, list
            runbook  run
            everywhere  can, help
            Not token create. It needs role admin.
            """);
    assertThat(told("/muster can")).startsWith("(NONE) What Ann may do\nRoles: responder\n");
    assertThat(told("/muster can @bea incident"))
        .contains("incident  ack, list")
        .doesNotContain("runbook  run");
  }

  @Test
  void a_mistake_is_met_with_what_was_meant() {
    assertThat(say(ANN, "/muster can @anne incident ack").message().fallback())
        .isEqualTo("There is nobody called \"anne\". Did you mean Ann? Nothing was changed.");
    assertThat(say(ANN, "/muster can incident ak").message().fallback())
        .isEqualTo(
            "I know no command \"incident ak\". Did you mean incident ack ? Nothing was changed.");
    assertThat(told("/muster can xyzzy")).contains("`/muster can @devops incident ack`");
  }

  private static Person person(String id, String name, String role) {
    return new Person(new PersonId(id), name, ZoneId.of("Africa/Nairobi"), Set.of(role));
  }

  private static Command command(String name, String right) {
    return new Command() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public String summary() {
        return "Does it";
      }

      @Override
      public Optional<Right> needs() {
        return Optional.of(Right.parse(right));
      }

      @Override
      public Reply run(Invocation invocation, List<String> arguments) {
        return Reply.toAsker(Message.of("done"));
      }
    };
  }
}
