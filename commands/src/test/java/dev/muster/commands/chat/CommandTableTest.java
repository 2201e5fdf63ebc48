package dev.muster.commands.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandTableTest {

  private final CommandTable table =
      new CommandTable(
          List.of(
              EchoCommand.named("incident ack", "acknowledge"),
              EchoCommand.named("incident list"),
              EchoCommand.named("help")));

  @Test
  void the_first_words_are_areas_and_single_commands_each_once() {
    assertThat(table.firstWords()).containsExactly("incident", "help");
  }

  @Test
  void the_verbs_of_an_area_are_names_and_aliases() {
    assertThat(table.verbs("incident")).containsExactly("ack", "list", "acknowledge");
  }

  @Test
  void an_alias_is_the_command_and_only_in_its_area() {
    assertThat(table.find("incident acknowledge")).isEqualTo(table.find("incident ack"));
    assertThat(table.find("acknowledge")).isEmpty();
  }

  @Test
  void single_commands_are_in_no_area() {
    assertThat(table.inArea("incident")).hasSize(2);
    assertThat(table.inArea("help")).isEmpty();
  }
}
