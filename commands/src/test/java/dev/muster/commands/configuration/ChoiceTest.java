package dev.muster.commands.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChoiceTest {

  private static final Accepted NEW =
      new Accepted(2, "new", Map.of(), Instant.EPOCH, "another replica");

  @Test
  void the_first_files_of_all_are_accepted() {
    assertThat(Choice.of("any", Optional.empty(), Optional.empty(), _ -> false))
        .isEqualTo(new Choice.Propose());
  }

  @Test
  void files_that_nobody_ever_ran_are_news() {
    assertThat(choice("newer", Optional.empty())).isEqualTo(new Choice.Propose());
    assertThat(choice("newer", Optional.of("old"))).isEqualTo(new Choice.Propose());
  }

  @Test
  void the_accepted_files_are_in_step() {
    assertThat(choice("new", Optional.of("old"))).isEqualTo(new Choice.InStep(NEW));
  }

  @Test
  void a_replica_that_starts_with_older_files_undoes_nothing() {
    assertThat(choice("old", Optional.empty())).isEqualTo(new Choice.Behind(NEW));
  }

  @Test
  void a_replica_whose_files_come_late_undoes_nothing() {
    assertThat(choice("old", Optional.of("older"))).isEqualTo(new Choice.Behind(NEW));
  }

  @Test
  void who_goes_back_on_purpose_is_followed() {
    assertThat(choice("old", Optional.of("new"))).isEqualTo(new Choice.Propose());
  }

  /** After {@code older} and {@code old}, {@code new} was accepted. */
  private static Choice choice(String own, Optional<String> before) {
    return Choice.of(own, before, Optional.of(NEW), List.of("older", "old", "new")::contains);
  }
}
