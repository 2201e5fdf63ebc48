package dev.muster.commands.runbook.command;

import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.people.Person;
import java.time.Instant;
import java.util.List;

/** A command of a runbook that takes its inputs too. */
interface WithInputs extends OfRunbook {

  @Override
  default List<Parameter> parameters(List<String> behind) {
    return requests().parameters(behind);
  }

  @Override
  default String spelled(String typed, Person asker, Instant now) {
    return requests().spelled(typed);
  }
}
