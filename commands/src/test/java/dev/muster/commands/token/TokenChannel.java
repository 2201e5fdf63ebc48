package dev.muster.commands.token;

import dev.muster.commands.asking.AskFilter;
import dev.muster.commands.chat.AuditFilter;
import dev.muster.commands.chat.AuthoriseFilter;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.CommandTable;
import dev.muster.commands.chat.HelpCommand;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.MemoryAuditLog;
import dev.muster.commands.chat.Place;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Router;
import dev.muster.commands.chat.Span;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import dev.muster.commands.people.Right;
import dev.muster.commands.people.Via;
import dev.muster.commands.testing.MemoryTransactions;
import dev.muster.commands.testing.TestClock;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** A channel in which people make tokens. */
final class TokenChannel {

  static final Person LEAD = person("lead", "admin");
  static final Person OTHER_LEAD = person("other", "admin");
  static final Person DEVOPS = person("devops", "responder");

  final TestClock clock = new TestClock();
  final MemoryTokens tokens = new MemoryTokens();
  private final MemoryTransactions transactions = new MemoryTransactions();
  final MemoryAuditLog audit = new MemoryAuditLog(transactions);
  private final AtomicReference<Directory> people = new AtomicReference<>(team(LEAD, DEVOPS));
  final TokenCheck check = new TokenCheck(tokens, Directory.following(people::get), clock);
  private final Directory directory = Directory.following(people::get);
  private final CommandTable table;
  private final Router router;

  TokenChannel() {
    var commands =
        new ArrayList<Command>(TokenCommands.all(tokens, directory, new SecureRandom(), clock));
    commands.add(new HelpCommand(() -> new CommandTable(commands), directory));
    table = new CommandTable(commands);
    router =
        new Router(
            table,
            List.of(
                new AuditFilter(transactions, audit, clock),
                new AuthoriseFilter(directory),
                new AskFilter(clock, _ -> Optional.empty())));
  }

  CommandTable table() {
    return table;
  }

  Directory directory() {
    return directory;
  }

  /** The configuration has nobody else any more. */
  void stays(Person... staying) {
    people.set(team(staying));
  }

  Reply say(String text) {
    return say(LEAD, text, Optional.empty());
  }

  Reply say(Person who, String text, Optional<Via> via) {
    var place = new Place("web", "incidents", Optional.empty());
    return router.handle(new Invocation(who, place, text, "r1", via));
  }

  /** Makes one and reads its secret off the reply. */
  TokenSecret make(String words) {
    return secret(say("/muster token create " + words)).orElseThrow();
  }

  static Optional<TokenSecret> secret(Reply reply) {
    return reply.message().blocks().stream()
        .filter(Block.Line.class::isInstance)
        .flatMap(line -> ((Block.Line) line).spans().stream())
        .filter(Span.Code.class::isInstance)
        .flatMap(code -> TokenSecret.parse(((Span.Code) code).text()).stream())
        .findFirst();
  }

  static String button(Reply reply) {
    return reply.message().blocks().stream()
        .filter(Block.Buttons.class::isInstance)
        .map(block -> ((Block.Buttons) block).buttons().getFirst().command())
        .findFirst()
        .orElseThrow();
  }

  private static Directory team(Person... people) {
    return new Directory(
        List.of(people),
        Map.of("admin", Set.of(Right.parse("*")), "responder", Set.of(Right.parse("incident:*"))));
  }

  private static Person person(String id, String role) {
    return new Person(new PersonId(id), id, ZoneId.of("Africa/Nairobi"), Set.of(role));
  }
}
