package dev.muster.commands.runbook;

import dev.muster.commands.chat.Command;
import dev.muster.commands.people.Decision;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.Right;
import java.util.Optional;

/** A command that somebody may use who may use it for some runbook; for which is decided then. */
public interface RunbookCommand extends Command {

  /** What is needed for at least one runbook. */
  Right right();

  @Override
  default Optional<Right> needs() {
    return Optional.of(right());
  }

  @Override
  default Decision decide(Person person, Directory directory) {
    return Access.some(directory, person, right());
  }
}
