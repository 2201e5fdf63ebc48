package dev.muster.bot.health;

import dev.muster.bot.config.current.CurrentConfig;
import dev.muster.commands.alert.Route;
import dev.muster.commands.mail.MailException;
import dev.muster.commands.mail.Mailer;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What somebody has to mend at this moment: the configuration, then chats and mail. Thread-safe.
 *
 * @param chats what chats did not take lately
 * @param isForShow whether nobody real waits for mail
 */
public record Troubles(
    CurrentConfig config,
    Mailer mailer,
    Supplier<List<WatchedChat.Failure>> chats,
    boolean isForShow)
    implements Supplier<List<Trouble>> {

  @Override
  public List<Trouble> get() {
    var ofConfig =
        config.troubles().stream().map(it -> new Trouble(it.headline(), it.problems(), it.next()));
    var ofMail = Stream.concat(missingMail().stream(), failingMail().stream());
    return Stream.of(ofConfig, failingChats().stream(), ofMail).flatMap(it -> it).toList();
  }

  /** The routes that tell people by mail though none can be sent. */
  public List<String> unheardRoutes() {
    return mailer.isSetUp() || isForShow
        ? List.of()
        : config.get().routing().routes().stream()
            .filter(route -> !route.tells().isEmpty())
            .map(Route::name)
            .toList();
  }

  private Optional<Trouble> failingChats() {
    return Optional.of(chats.get())
        .filter(failures -> !failures.isEmpty())
        .map(failures ->
            new Trouble(
                "Muster cannot write everywhere.",
                failures.stream().map(it -> it.place() + ": " + it.reason()).toList(),
                "Do what stands there. What waits is kept and tried again every minute, for about"
                    + " a day."));
  }

  private Optional<Trouble> missingMail() {
    return Optional.of(unheardRoutes())
        .filter(routes -> !routes.isEmpty())
        .map(routes ->
            new Trouble(
                "Mail is not set up, though these routes tell people by mail.",
                routes,
                "Set SMTP_URL and start Muster again, or take the mail out of their notify."));
  }

  private Optional<Trouble> failingMail() {
    return mailer
        .lastFailure()
        .map(MailException::getMessage)
        .map(why ->
            new Trouble(
                "The last mail did not go out.",
                List.of(String.valueOf(why)),
                "Look at the mail server and at SMTP_URL. Mail that waits is tried again by itself;"
                    + " whom an incident could not tell stands in its thread."));
  }
}
