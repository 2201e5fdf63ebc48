package dev.muster.commands.runbook;

import dev.muster.commands.chat.Request;
import dev.muster.commands.people.Decision;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import java.util.List;

/**
 * One that says itself who may do it with just this runbook or run: then whoever may look at
 * runbooks may ask.
 */
public interface RefusingCommand extends RunbookCommand {

  /** Whether it would do that for whoever asks, as far as what is asked shows. */
  boolean mayBe(Request request);

  @Override
  default List<String> decisive(List<String> words) {
    return words;
  }

  @Override
  default Decision admits(Person person, Directory directory) {
    var look = Access.some(directory, person, Access.VIEW);
    return look.isAllowed() ? look : decide(person, directory);
  }

  @Override
  default boolean isFor(Request request, Directory directory) {
    return admits(request.invocation().actor(), directory).isAllowed() && mayBe(request);
  }
}
