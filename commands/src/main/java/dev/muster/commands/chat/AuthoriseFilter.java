package dev.muster.commands.chat;

import dev.muster.commands.people.Decision;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.Refusal;
import dev.muster.commands.people.Via;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lets a command through only for those who may run it, and tells the others which role they lack.
 * What comes by somebody's token goes no further than its owner could go.
 */
public final class AuthoriseFilter implements Filter {

  private final Directory directory;

  public AuthoriseFilter(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Reply filter(Request request, Supplier<Reply> next) {
    var command = request.command();
    var invocation = request.invocation();
    var lacking = lacking(invocation.actor(), command);
    if (lacking.isPresent()) {
      return deny(command, "You can't run ", lacking.get());
    }
    var owner = invocation.via().flatMap(Via::owner);
    var lackedByOwner = owner.flatMap(person -> lacking(person, command));
    return lackedByOwner
        .map(lacked ->
            deny(command, "This token's owner, " + owner.get().name() + ", can't run ", lacked))
        .orElseGet(next);
  }

  private Optional<Refusal> lacking(Person person, Command command) {
    return switch (command.admits(person, directory)) {
      case Decision.Open _, Decision.Granted _ -> Optional.empty();
      case Decision.Refused(var refusal) -> Optional.of(refusal);
    };
  }

  private static Reply deny(Command command, String who, Refusal refusal) {
    var name = CommandTable.typed(command.name());
    return Reply.error(
        Reply.Error.DENIED,
        Message.of(
            who + name + ". " + refusal.needs(),
            Block.line(Span.text(who), Span.code(name), Span.text(".")),
            Block.line(refusal.needs()),
            Block.line(refusal.whoHasIt())));
  }
}
