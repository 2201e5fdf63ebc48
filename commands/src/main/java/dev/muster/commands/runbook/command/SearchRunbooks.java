package dev.muster.commands.runbook.command;

import dev.muster.commands.argument.Typed;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.chat.form.Input;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.chat.form.Parameter.Asked;
import dev.muster.commands.people.Right;
import dev.muster.commands.runbook.Access;
import dev.muster.commands.runbook.Library;
import dev.muster.commands.runbook.RunbookCommand;
import dev.muster.commands.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** {@code /runbook search}: runbooks by the words of their name, title, purpose and tags. */
final class SearchRunbooks implements RunbookCommand {

  private static final int SHOWN = 10;
  private static final String NAME = "/runbook search";

  private final Supplier<Library> library;

  SearchRunbooks(Supplier<Library> library) {
    this.library = library;
  }

  @Override
  public String name() {
    return "runbook search";
  }

  @Override
  public List<String> aliases() {
    return List.of("find");
  }

  @Override
  public String arguments() {
    return "<words>";
  }

  @Override
  public List<Parameter> parameters() {
    var asked = new Asked("Words", "slow queries", new Input.Line(200), Parameter.Check.NONE);
    return List.of(Parameter.text("words", asked).required());
  }

  @Override
  public String summary() {
    return "Finds runbooks by words of their name, title, purpose and tags, near ones too";
  }

  @Override
  public Right right() {
    return Access.VIEW;
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    var words = Typed.behind(invocation, arguments).text();
    if (words.isBlank()) {
      return Reply.error(
          Reply.Error.INVALID, Message.of("Search for what? Write " + NAME + " slow queries"));
    }
    var known = library.get();
    var found = new RunbookSearch(known.runbooks()).find(words);
    var lacking =
        known.lacking().keySet().stream()
            .filter(name -> RunbookSearch.isCalled(name, words))
            .toList();
    if (lacking.isEmpty()) {
      return Reply.toAsker(found.isEmpty() ? nothing(words) : results(words, found));
    }
    var ready =
        found.isEmpty()
            ? Message.of("Nothing that is set up is about “" + Words.echo(words) + "”.")
            : results(words, found);
    return Reply.toAsker(lacking(ready, lacking));
  }

  private static Message results(String words, List<RunbookSearch.Hit> found) {
    var heading = Words.count(found.size(), "runbook") + " for “" + Words.echo(words) + "”";
    var blocks = new ArrayList<Block>();
    blocks.add(Block.line(Span.strong(heading)));
    found.stream()
        .limit(SHOWN)
        .map(hit -> ListRunbooks.row(hit.runbook(), ": " + hit.runbook().about().purpose()))
        .forEach(blocks::add);
    if (found.size() > SHOWN) {
      blocks.add(Block.line((found.size() - SHOWN) + " more: search for more words."));
    }
    return new Message(heading, blocks);
  }

  /** What there would be, if it were set up. */
  private static Message lacking(Message found, List<String> names) {
    var blocks = new ArrayList<Block>();
    blocks.addAll(found.blocks());
    names.stream()
        .limit(SHOWN)
        .map(name ->
            new Block.Row(
                List.of(Span.strong(name), Span.text(" · needs settings first")),
                Button.of(name, "/runbook show " + name)))
        .forEach(blocks::add);
    var more = names.size() + " more " + (names.size() == 1 ? "needs" : "need") + " settings first";
    return new Message(
        found.fallback() + " " + more + ": " + String.join(", ", names) + ".", blocks);
  }

  private static Message nothing(String words) {
    var text = "No runbook is about “" + Words.echo(words) + "”.";
    return Message.of(
        text,
        Block.line(text),
        new Block.Buttons(List.of(Button.primary("All runbooks", "/runbook list"))));
  }

  /** For words behind a command that takes none. */
  static Reply instead(String words) {
    var search = NAME + " " + words;
    return Reply.error(
        Reply.Error.INVALID,
        Message.of(
            "The list takes no words. To look for them: " + search,
            Block.line(Span.text("The list takes no words. To look for them: "), Span.code(search)),
            new Block.Buttons(List.of(Button.primary("Search", search)))));
  }
}
