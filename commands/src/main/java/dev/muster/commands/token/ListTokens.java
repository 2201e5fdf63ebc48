package dev.muster.commands.token;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.Right;
import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;
import dev.muster.commands.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /muster token list [before ID]}: ten at a time, the newest first, without secrets. */
final class ListTokens implements Command {

  private static final int SHOWN = 10;
  private static final String BEFORE = "before";

  private final ApiTokens tokens;
  private final Directory directory;
  private final InstantSource clock;

  ListTokens(ApiTokens tokens, Directory directory, InstantSource clock) {
    this.tokens = tokens;
    this.directory = directory;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "token list";
  }

  /** The button for older ones says behind which they begin. */
  @Override
  public boolean takes(List<String> words) {
    return words.isEmpty() || before(words).isPresent();
  }

  @Override
  public String summary() {
    return "Lists API tokens: whose they are, what they may, when they were used";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.of(TokenWords.EDIT);
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    var before = before(arguments);
    var page = tokens.list(new PageRequest(SHOWN, before.map(TokenId::value)));
    return Reply.toAsker(render(page, before.isPresent()));
  }

  private static Optional<TokenId> before(List<String> words) {
    return words.size() == 2 && words.getFirst().equalsIgnoreCase(BEFORE)
        ? TokenId.parse(words.getLast())
        : Optional.empty();
  }

  private Message render(Page<ApiToken> page, boolean isLater) {
    if (page.items().isEmpty()) {
      return isLater ? Message.of("No more.") : none();
    }
    var blocks = new ArrayList<Block>();
    var now = clock.instant();
    for (var token : page.items()) {
      blocks.add(line(token, now));
      var revoke = TokenWords.command("revoke", token.id());
      blocks.add(new Block.Buttons(List.of(Button.of("Revoke", revoke))));
    }
    page.nextCursor()
        .map(cursor -> TokenWords.command("list", BEFORE + " " + cursor))
        .ifPresent(older -> blocks.add(new Block.Buttons(List.of(Button.of("Older", older)))));
    return new Message(Words.count(page.items().size(), "API token"), blocks);
  }

  private static Message none() {
    var create = TokenWords.command("create", "NAME");
    return Message.of(
        "There are no API tokens. Make one: " + create,
        Block.line(Span.text("There are no API tokens. Make one: "), Span.code(create)));
  }

  private Block line(ApiToken token, Instant now) {
    var spans = new ArrayList<Span>();
    spans.add(Span.strong(token.name()));
    spans.add(Span.text("  "));
    spans.add(Span.code(token.id().toString()));
    spans.add(Span.text("  " + Scope.words(token.scopes()) + " · " + owner(token) + " · made "));
    spans.add(Span.time(token.createdAt()));
    spans.add(Span.text(token.isExpired(now) ? " · EXPIRED " : " · expires "));
    spans.add(Span.time(token.expiresAt()));
    spans.add(Span.text(" · " + used(token, now)));
    return new Block.Line(spans);
  }

  private String owner(ApiToken token) {
    return directory
        .find(token.owner())
        .map(Person::name)
        .orElseGet(() -> token.owner() + ", who left: it does not work");
  }

  private static String used(ApiToken token, Instant now) {
    return token
        .lastUsedAt()
        .map(at -> Duration.between(at, now))
        .map(ago ->
            ago.compareTo(ApiTokens.USED_EVERY) < 0
                ? "used just now"
                : "used " + Words.duration(ago) + " ago")
        .orElse("never used");
  }
}
