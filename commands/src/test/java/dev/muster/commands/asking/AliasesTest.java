package dev.muster.commands.asking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.argument.Asker;
import dev.muster.commands.argument.FilledIn;
import dev.muster.commands.argument.Typed;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.chat.form.Parameter.Spot;
import dev.muster.commands.incident.command.TestChannel;
import dev.muster.commands.testing.People;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every name of every option means that option, and no other one. */
class AliasesTest {

  private static Stream<Command> commands() {
    return new TestChannel()
        .table().all().stream().filter(command -> options(command).findAny().isPresent());
  }

  private static Stream<Parameter> options(Command command) {
    return command.parameters().stream().filter(one -> one.spot() == Spot.OPTION);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void each_name_fills_in_its_own_option(Command command) {
    var channel = new TestChannel();
    var asker = new Asker(People.DEVOPS, channel.clock.instant());

    assertThat(options(command))
        .allSatisfy(option ->
            assertThat(option.names())
                .allSatisfy(name -> {
                  var typed = new Typed("text " + name + ":1 ");
                  var filled = FilledIn.of(command.parameters(), typed, asker, true);
                  assertThat(filled.values()).containsEntry(option.name(), "1");
                }));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void no_name_means_two(Command command) {
    assertThat(options(command).flatMap(Parameter::names)).doesNotHaveDuplicates();
  }
}
