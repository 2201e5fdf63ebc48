package dev.muster.commands.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.muster.commands.testing.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryTest {

  private static final Right ACT = Right.parse("incident:act");

  private final Directory directory = People.directory();

  @Test
  void people_keep_the_order_of_the_configuration() {
    assertThat(directory.people())
        .containsExactly(People.DEVOPS, People.BACKEND, People.CTO, People.GUEST);
  }

  @Test
  void a_person_may_do_what_any_of_their_roles_grants() {
    assertThat(directory.allows(People.DEVOPS, ACT)).isTrue();
    assertThat(directory.allows(People.CTO, ACT)).isFalse();
    assertThat(directory.allows(People.CTO, Right.parse("incident:view"))).isTrue();
  }

  @Test
  void a_role_that_nobody_defined_grants_nothing() {
    assertThat(directory.allows(People.GUEST, ACT)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "incident:act, incident:act, true",
    "incident:*, incident:act, true",
    "*:act, incident:act, true",
    "*, incident:act, true",
    "incident:view, incident:act, false",
    "runbook:*, incident:act, false",
  })
  void a_right_covers_what_its_stars_say(String granted, String needed, boolean covers) {
    assertThat(Right.parse(granted).covers(Right.parse(needed))).isEqualTo(covers);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "incident", ":act", "incident:"})
  void what_is_no_right_is_refused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Right.parse(text));
  }
}
