package dev.muster.bot.config.people;

import dev.muster.commands.people.PersonId;
import dev.muster.runbooks.shape.Collected;
import dev.muster.runbooks.shape.Shape;
import dev.muster.runbooks.shape.Shapes;
import dev.muster.runbooks.yaml.Words;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Reads names for several people at once. */
public record GroupReader(Collection<String> people) {

  public Shape<Map<String, List<PersonId>>> groups() {
    var name =
        Shapes.word()
            .where(
                word -> !people.contains(word),
                word ->
                    Words.quoted(word) + " is a person already; give the group a name of its own");
    return Collected.named("groups", name, _ -> members())
        .about("Names for several people: {engineering: [devops, backend]}.");
  }

  private Shape<List<PersonId>> members() {
    var member = Shapes.reference("person", "people", people);
    return Collected.atLeastOne("people", Collected.list("people", member))
        .where(
            members -> new HashSet<>(members).size() == members.size(),
            _ -> "somebody is in this group twice; name each once")
        .map(members -> members.stream().map(PersonId::new).toList());
  }
}
