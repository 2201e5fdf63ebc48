package dev.muster.bot.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bot.chat.view.Times;
import dev.muster.commands.oncall.Layer;
import dev.muster.commands.oncall.LayeredOnCall;
import dev.muster.commands.oncall.Rotation;
import dev.muster.commands.oncall.Schedule;
import dev.muster.commands.oncall.Turn;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DutyViewsTest {

  private static final ZoneId EAT = ZoneId.of("Africa/Nairobi");
  private static final PersonId ANN = new PersonId("ann");
  private static final PersonId GONE = new PersonId("gone");

  private static DutyRow row(Instant now) {
    var ann = new Person(ANN, "Ann", EAT, Set.of());
    var monday = LocalDateTime.parse("2026-11-16T00:00");
    var layer = new Layer(new Rotation(new Turn(1, Turn.Unit.WEEK), monday), List.of(ANN, GONE), 0);
    var views =
        new DutyViews(
            new LayeredOnCall(), new Directory(List.of(ann), Map.of()), new Times(EAT, now));
    return views.row(new Schedule("primary", EAT, List.of(layer)));
  }

  @Test
  void who_is_on_call_now_and_next_is_said_by_name() {
    var row = row(Instant.parse("2026-11-21T09:00:00Z"));

    assertThat(row.people()).isEqualTo("Ann");
    assertThat(row.until()).isNotNull();
    assertThat(row.until().iso()).isEqualTo("2026-11-22T21:00:00Z");
    assertThat(row.next()).isEqualTo("gone");
    assertThat(row.from()).isEqualTo(row.until());
  }

  @Test
  void before_the_first_shift_nobody_is() {
    var row = row(Instant.parse("2026-11-15T09:00:00Z"));

    assertThat(row.people()).isEmpty();
    assertThat(row.until()).isNull();
    assertThat(row.next()).isEqualTo("Ann");
  }
}
