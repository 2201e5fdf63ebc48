package dev.muster.commands.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DirectoryFollowsTest {

  private static final Right ACT = Right.parse("incident:act");
  private final Person ann = new Person(new PersonId("ann"), "Ann", ZoneOffset.UTC, Set.of("r"));

  @Test
  void who_is_taken_out_of_the_configuration_is_gone_at_once() {
    var current =
        new AtomicReference<>(
            new Directory(List.of(ann), Map.of("r", Set.of(Right.parse("incident:*")))));
    var directory = Directory.following(current::get);
    assertThat(directory.find(ann.id())).contains(ann);
    assertThat(directory.allows(ann, ACT)).isTrue();
    assertThat(directory.rolesWith(ACT)).containsExactly("r");

    current.set(new Directory(List.of(), Map.of()));

    assertThat(directory.people()).isEmpty();
    assertThat(directory.find(ann.id())).isEmpty();
    assertThat(directory.allows(ann, ACT)).isFalse();
    assertThat(directory.rolesWith(ACT)).isEmpty();
  }
}
