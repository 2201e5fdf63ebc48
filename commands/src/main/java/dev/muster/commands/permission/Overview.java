package dev.muster.commands.permission;

import dev.muster.commands.argument.Asker;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Span;
import dev.muster.commands.people.Decision;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that somebody may do, a line an area, and what each of the rest would need. */
record Overview(Directory directory, Asker asker) {

  private static final String SINGLE = "everywhere";

  Message of(Person who, List<Command> commands) {
    var may = new LinkedHashMap<String, List<String>>();
    var mayNot = new LinkedHashMap<String, List<String>>();
    for (var command : commands) {
      switch (command.decide(who, directory)) {
        case Decision.Open _, Decision.Granted _ -> add(may, area(command), verb(command));
        case Decision.Refused(var refusal) -> add(mayNot, refusal.needs(), command.name());
      }
    }
    var title = "What " + who.name() + " may do";
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Heading(Block.Mark.NONE, title, Optional.empty()));
    blocks.add(roles(who));
    may.forEach((area, verbs) ->
        blocks.add(Block.line(Span.strong(area), Span.text("  " + String.join(", ", verbs)))));
    mayNot.forEach((needs, names) ->
        blocks.add(
            Block.line(
                Span.text("Not "), Span.text(String.join(", ", names) + ". "), Span.text(needs))));
    return new Message(title + ", now", blocks);
  }

  private Block roles(Person who) {
    var held = directory.held(who);
    if (held.isEmpty()) {
      return Block.line("No roles.");
    }
    var spans = new ArrayList<Span>();
    for (var role : held) {
      spans.add(Span.text(spans.isEmpty() ? "Roles: " : ", "));
      spans.add(Span.strong(role.name()));
      spans.addAll(Explanation.until(role, ", "));
    }
    return new Block.Line(spans);
  }

  private static void add(Map<String, List<String>> lists, String key, String item) {
    lists.computeIfAbsent(key, _ -> new ArrayList<>()).add(item);
  }

  private static String area(Command command) {
    var space = command.name().indexOf(' ');
    return space < 0 ? SINGLE : command.name().substring(0, space);
  }

  private static String verb(Command command) {
    return command.name().substring(command.name().indexOf(' ') + 1);
  }
}
