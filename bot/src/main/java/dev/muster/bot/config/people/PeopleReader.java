package dev.muster.bot.config.people;

import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import dev.muster.runbooks.shape.Collected;
import dev.muster.runbooks.shape.Section;
import dev.muster.runbooks.shape.Shape;
import dev.muster.runbooks.shape.Shapes;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads who there is, with which roles, and how to reach them. */
public final class PeopleReader {

  private final ZoneId zone;
  private final Shape<List<String>> roles;
  private final Accounts accounts = new Accounts(Accounts.OF_PEOPLE);

  public PeopleReader(ZoneId zone, Collection<String> roles) {
    this.zone = zone;
    this.roles = Collected.list("roles", Shapes.reference("role", "roles", roles));
  }

  /** Somebody and how to reach them. */
  public record Known(Person person, Map<String, String> contacts) {}

  public Shape<Map<String, Known>> people() {
    var people =
        Collected.named(
            "people", id -> Section.shape("a person (lines `key: value`)", at -> person(id, at)));
    return Collected.atLeastOne("people", people);
  }

  private Known person(String id, Section section) {
    var name = section.required("name", "DevOps Engineer", Shapes.text()).orElse(id);
    var contacts = accounts.of(id, section);
    var own = section.optional("timezone", Shapes.zone().about("Where they live.")).orElse(zone);
    var may = section.optional("roles", roles).orElse(List.of());
    return new Known(new Person(new PersonId(id), name, own, Set.copyOf(may)), contacts);
  }
}
