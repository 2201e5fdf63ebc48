package dev.muster.bot.api;

import dev.muster.bot.config.Config;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Place;
import dev.muster.commands.chat.PlainText;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Router;
import dev.muster.commands.chat.form.Form;
import dev.muster.integrations.postgres.Json;
import dev.muster.integrations.postgres.chat.PostgresChat;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/v1/commands}: any chat command, for scripts and tests. A command that fails for
 * the person is a reply with an error, not an HTTP error. Blocking and thread-safe.
 */
public final class CommandApi {

  private static final String PLATFORM = "api";
  private static final int MAX_TEXT = 4_000;

  private final Supplier<Config> config;
  private final Router router;

  public CommandApi(Supplier<Config> config, Router router) {
    this.config = config;
    this.router = router;
  }

  JsonObject run(Admitted guest, @Nullable Buffer body) {
    var json = parse(body);
    var command = text(json, "text").orElseThrow(CommandApi::noText);
    if (command.length() > MAX_TEXT) {
      throw BadCall.invalid("text may have " + MAX_TEXT + " characters.");
    }
    var speaker = Speaker.of(guest, text(json, "as"), config.get().directory());
    var invocation =
        new Invocation(
            speaker.person(), place(json), command, UUID.randomUUID().toString(), speaker.via());
    return new JsonObject().put("replies", new JsonArray().add(reply(router.handle(invocation))));
  }

  private JsonObject reply(Reply reply) {
    var text = new PlainText(config.get().zone());
    var json =
        new JsonObject()
            .put("text", text.render(reply.message()))
            .put("private", reply.isPrivate())
            .put("blocks", new JsonObject(Json.write(reply.message())).getJsonArray("blocks"));
    JsonShapes.put(json, "error", reply.error().map(Reply.Error::word));
    if (!reply.missing().isEmpty()) {
      json.put("missing", new JsonArray(reply.missing()));
    }
    JsonShapes.put(json, "usage", reply.form().map(Form::usage));
    return json;
  }

  /** A thread is one of the built-in chat, by the id of its root. */
  private Place place(JsonObject json) {
    var channels = config.get().channelNames();
    var wanted = text(json, "channel").map(name -> name.startsWith("#") ? name.substring(1) : name);
    var channel = wanted.orElseGet(channels::getFirst);
    if (!channels.contains(channel)) {
      throw BadCall.invalid(
          "channel: there is no channel "
              + channel
              + ". Known: "
              + String.join(", ", channels)
              + ".");
    }
    var thread = text(json, "thread");
    return new Place(thread.isPresent() ? PostgresChat.PLATFORM : PLATFORM, channel, thread);
  }

  private static JsonObject parse(@Nullable Buffer body) {
    try {
      return body == null ? new JsonObject() : new JsonObject(body);
    } catch (DecodeException | ClassCastException e) {
      throw BadCall.invalid("The body is no JSON object.");
    }
  }

  private static Optional<String> text(JsonObject json, String name) {
    return switch (json.getValue(name)) {
      case null -> Optional.empty();
      case String value when value.isBlank() -> Optional.empty();
      case String value -> Optional.of(value);
      case Number value -> Optional.of(value.toString());
      default -> throw BadCall.invalid(name + " must be text.");
    };
  }

  private static BadCall noText() {
    return BadCall.invalid("text is missing, such as \"/incident list\".");
  }
}
