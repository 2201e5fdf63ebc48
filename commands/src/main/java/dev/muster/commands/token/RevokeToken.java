package dev.muster.commands.token;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.chat.form.Choices.Choice;
import dev.muster.commands.chat.form.Input;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.chat.form.Parameter.Asked;
import dev.muster.commands.chat.form.Parameter.Check;
import dev.muster.commands.people.Right;
import dev.muster.commands.store.PageRequest;
import dev.muster.commands.text.Words;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * {@code /muster token revoke NAME|ID}: after {@code confirm}. The token itself will do too, so
 * that one that was found somewhere can be revoked by whoever found it; it is not said again.
 */
final class RevokeToken implements Command {

  private static final String CONFIRM = "confirm";
  private static final int CHOICES = 25;

  private final ApiTokens tokens;
  private final InstantSource clock;

  RevokeToken(ApiTokens tokens, InstantSource clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "token revoke";
  }

  @Override
  public List<String> aliases() {
    return List.of("delete", "remove");
  }

  @Override
  public String arguments() {
    return "<name|id>";
  }

  @Override
  public List<Parameter> parameters() {
    var all = new Input.Pick(_ -> choices());
    return List.of(
        Parameter.word("name", new Asked("Which token", "deploy-bot", all, Check.NONE)).required());
  }

  private List<Choice> choices() {
    return tokens.list(PageRequest.first(CHOICES)).items().stream()
        .map(token -> new Choice(token.name(), token.id() + " · " + token.owner()))
        .toList();
  }

  @Override
  public String summary() {
    return "Takes a token back: whatever uses it is refused from then on";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.of(TokenWords.EDIT);
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    var isConfirmed = arguments.size() == 2 && arguments.getLast().equalsIgnoreCase(CONFIRM);
    if (arguments.size() != 1 && !isConfirmed) {
      return mistake(Reply.Error.INVALID, "Which token? Write its name or id. They are listed by ");
    }
    var typed = arguments.getFirst();
    return find(typed)
        .map(token -> isConfirmed ? revoke(token, invocation) : ask(token))
        .orElseGet(() -> missing(typed));
  }

  /** No name begins as an id does when it is written out. */
  private Optional<ApiToken> find(String typed) {
    var byId = TokenId.parse(typed).flatMap(tokens::find);
    return typed.startsWith(TokenSecret.PREFIX) ? byId : tokens.named(typed).or(() -> byId);
  }

  private Reply revoke(ApiToken token, Invocation invocation) {
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var shown = TokenWords.shown(token);
    if (!tokens.revoke(token.id(), invocation.actor().id(), now)) {
      return Reply.toAsker(Message.of(shown + " was revoked before."));
    }
    return Reply.toAsker(
        Message.of(
            shown
                + " is revoked. Within "
                + TokenCheck.FRESH.toSeconds()
                + " s it is refused everywhere."));
  }

  private static Reply ask(ApiToken token) {
    if (token.revoked().isPresent()) {
      return Reply.toAsker(Message.of(TokenWords.shown(token) + " was revoked before."));
    }
    var text =
        "This revokes "
            + TokenWords.shown(token)
            + " of "
            + token.owner()
            + ": whatever uses it is refused from then on, and it cannot be brought back. Nothing"
            + " was done yet.";
    var command = TokenWords.command("revoke", token.id() + " " + CONFIRM);
    return Reply.unconfirmed(text, "Revoke " + token.name(), command);
  }

  private static Reply missing(String typed) {
    var isToken = typed.startsWith(TokenSecret.PREFIX);
    var shown = isToken ? TokenSecret.PREFIX + "…" : Words.echo(typed);
    return mistake(
        Reply.Error.NOT_FOUND, "There is no token \"" + shown + "\". They are listed by ");
  }

  private static Reply mistake(Reply.Error error, String problem) {
    var list = "/muster token list";
    return Reply.error(
        error, Message.of(problem + list, Block.line(Span.text(problem), Span.code(list))));
  }
}
