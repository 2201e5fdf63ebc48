package dev.muster.commands.chat;

import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Right;
import java.util.List;
import java.util.function.Supplier;

/**
 * Lets a command through only for those who may run it, and tells the others which role they lack.
 */
public final class AuthoriseFilter implements Filter {

  private final Directory directory;

  public AuthoriseFilter(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Reply filter(Request request, Supplier<Reply> next) {
    var needed = request.command().needs();
    var actor = request.invocation().actor();
    return needed.isEmpty() || directory.allows(actor, needed.get())
        ? next.get()
        : deny(request.command(), needed.get());
  }

  private Reply deny(Command command, Right needed) {
    var roles = directory.rolesWith(needed);
    var who =
        roles.isEmpty()
            ? "No role of the configuration allows it (right " + needed + ")."
            : "It needs role " + String.join(" or ", roles) + ".";
    return Reply.error(
        Reply.Error.DENIED,
        Message.of(
            "You can't run /" + command.name() + ". " + who,
            Block.line(
                Span.text("You can't run "), Span.code("/" + command.name()), Span.text(".")),
            Block.line(who),
            Block.line(holders(roles))));
  }

  private String holders(List<String> roles) {
    var people =
        directory.people().stream()
            .filter(person -> directory.rolesOf(person).stream().anyMatch(roles::contains))
            .map(person -> person.name())
            .limit(5)
            .toList();
    return people.isEmpty() ? "Nobody has it." : "Ask " + String.join(", ", people) + ".";
  }
}
