package dev.muster.integrations.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.CommandTable;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.people.Right;
import dev.muster.integrations.slack.blocks.CommandNames;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UtteranceTest {

  private final CommandTable table =
      new CommandTable(
          List.of(
              new Said("incident ack", "ok"),
              new Said("incident note"),
              new Said("runbook approve", "ok"),
              new Said("runbook reject", "no"),
              new Said("runbook note"),
              new Said("runbook schedule"),
              new Said("oncall schedule"),
              new Said("help")));
  private final Utterance utterance =
      new Utterance(table, _ -> Optional.empty(), () -> CommandNames.USUAL);

  /** What it does matters to nobody here. */
  private record Said(String name, List<String> aliases) implements Command {

    private Said(String name, String... aliases) {
      this(name, List.of(aliases));
    }

    @Override
    public String summary() {
      return "Nothing";
    }

    @Override
    public Optional<Right> needs() {
      return Optional.empty();
    }

    @Override
    public Reply run(Invocation invocation, List<String> arguments) {
      return Reply.told(Message.of(name));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "<@U0MUSTERBOT> ack, /incident ack",
    "<@U0MUSTERBOT> note Restarted, /incident note Restarted",
    "<@U0MUSTERBOT> Approve, /runbook Approve",
    "<@U0MUSTERBOT>: approve 3 looks good, /runbook approve 3 looks good",
    "<@U0MUSTERBOT> runbook approve, /runbook approve",
    "<@U0MUSTERBOT> ok, /incident ok",
    "<@U0MUSTERBOT> no idea, /no idea",
    "<@U0MUSTERBOT> schedule, /schedule",
    "<@U0MUSTERBOT> help approve, /help approve",
    "<@U0MUSTERBOT>, /"
  })
  void a_verb_alone_is_meant_for_the_incident_or_else_for_the_run_but_an_alias_answers_nothing(
      String said, String meant) {
    assertThat(utterance.sentence(said)).isEqualTo(meant);
  }
}
