package dev.muster.commands.token;

import dev.muster.commands.argument.Asker;
import dev.muster.commands.argument.Mistake;
import dev.muster.commands.argument.Option;
import dev.muster.commands.argument.Options;
import dev.muster.commands.argument.Options.Sorted;
import dev.muster.commands.argument.Typed;
import dev.muster.commands.argument.Value;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.chat.form.Input;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.people.Right;
import dev.muster.commands.people.Via;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** {@code /muster token create NAME [scopes:…] [expires:…]}: the secret is shown this once. */
final class CreateToken implements Command {

  private static final String EXAMPLE = "deploy-bot scopes:read,command expires:90d";
  private static final Duration USUAL = Duration.ofDays(90);

  private final Options<UnaryOperator<Draft>> options =
      new Options<>(
          List.of(
              new Option<>(
                  "scopes",
                  List.of("scope"),
                  "read,command",
                  new Input.Pick(TokenReaders.sets()),
                  TokenReaders.scopes().map(scopes -> draft -> draft.with(scopes))),
              new Option<>(
                  "expires",
                  List.of("expiry", "until", "for"),
                  "90d",
                  new Input.Time(),
                  TokenReaders.expiry().map(at -> draft -> draft.until(at)))),
          false);
  private final ApiTokens tokens;
  private final SecureRandom random;
  private final InstantSource clock;

  CreateToken(ApiTokens tokens, SecureRandom random, InstantSource clock) {
    this.tokens = tokens;
    this.random = random;
    this.clock = clock;
  }

  private record Draft(Set<Scope> scopes, Instant expiresAt) {

    Draft with(Set<Scope> others) {
      return new Draft(others, expiresAt);
    }

    Draft until(Instant at) {
      return new Draft(scopes, at);
    }
  }

  @Override
  public String name() {
    return "token create";
  }

  @Override
  public List<String> aliases() {
    return List.of("new");
  }

  @Override
  public String arguments() {
    return "<name> " + options.shown();
  }

  @Override
  public List<Parameter> parameters() {
    var asked =
        new Parameter.Asked(
            "Name",
            "deploy-bot",
            new Input.Line(TokenReaders.LONGEST),
            TokenReaders.name().check());
    var name = Parameter.word("name", asked).required();
    return Stream.concat(Stream.of(name), options.parameters()).toList();
  }

  @Override
  public String summary() {
    return "Makes a token by which a program calls the API for you";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.of(TokenWords.EDIT);
  }

  @Override
  public Optional<String> whenLost() {
    return Optional.of(
        "Nobody can look up the token: if you have not seen it, revoke it and make another.");
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    if (invocation.via().flatMap(Via::owner).isPresent()) {
      return byToken();
    }
    var asker = new Asker(invocation.actor(), clock.instant().truncatedTo(ChronoUnit.SECONDS));
    return switch (options.read(Typed.behind(invocation, arguments), asker)) {
      case Sorted.Wrong<UnaryOperator<Draft>>(var mistake) -> mistake.reply(this, EXAMPLE);
      case Sorted.Right<UnaryOperator<Draft>>(var name, var edits) ->
          switch (TokenReaders.name().read(name, asker)) {
            case Value.Bad<String>(var problem, var meant) ->
                Mistake.of(problem, meant).reply(this, EXAMPLE);
            case Value.Good<String>(var good) -> create(asker, good, draft(asker, edits));
          };
    };
  }

  private static Draft draft(Asker asker, Map<String, UnaryOperator<Draft>> edits) {
    var draft = new Draft(Set.of(Scope.READ), asker.now().plus(USUAL));
    for (var edit : edits.values()) {
      draft = edit.apply(draft);
    }
    return draft;
  }

  private Reply create(Asker asker, String name, Draft draft) {
    var taken = tokens.named(name);
    if (taken.isPresent()) {
      return taken(taken.get(), asker.now());
    }
    var secret = TokenSecret.make(random);
    var token =
        new ApiToken(
            secret.id(),
            name,
            asker.person().id(),
            draft.scopes(),
            secret.hash(),
            asker.now(),
            draft.expiresAt(),
            Optional.empty(),
            Optional.empty());
    tokens.add(token);
    return Reply.toAsker(made(token, secret));
  }

  /** The secret is not part of the fallback, which stands in notifications and logs. */
  private static Message made(ApiToken token, TokenSecret secret) {
    return Message.of(
        "Token " + TokenWords.shown(token) + " is made. Copy it now: it is shown this once.",
        Block.line(
            Span.text("Token "),
            Span.strong(token.name()),
            Span.text(" is made. Copy it now: it is shown this once, and kept nowhere.")),
        Block.line(Span.code(secret.reveal())),
        Block.line(
            Span.text("May " + Scope.words(token.scopes()) + ", as far as you may, until "),
            Span.time(token.expiresAt())),
        Block.line(Span.text("Programs send it as "), Span.code("Authorization: Bearer TOKEN")));
  }

  private static Reply taken(ApiToken token, Instant now) {
    var state = token.isExpired(now) ? ", which has expired" : "";
    var problem =
        "There is a token " + TokenWords.shown(token) + " of " + token.owner() + state + ".";
    var revoke = TokenWords.command("revoke", token.name());
    return Reply.error(
        Reply.Error.INVALID,
        Message.of(
            problem + " Take another name, or revoke it first: " + revoke,
            Block.line(problem + " No other was made."),
            Block.line(Span.text("Take another name, or first "), Span.code(revoke))));
  }

  /** Whoever finds a token could otherwise live on when it is revoked. */
  private static Reply byToken() {
    var problem = "Tokens make no tokens: nothing was made.";
    return Reply.error(
        Reply.Error.DENIED,
        Message.of(
            problem,
            Block.line(problem),
            Block.line("Make it in the chat, or with MUSTER_API_TOKEN and your name in `as`.")));
  }
}
