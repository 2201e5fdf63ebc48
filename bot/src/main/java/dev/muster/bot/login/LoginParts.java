package dev.muster.bot.login;

import dev.muster.commands.login.LinkRequests;
import dev.muster.commands.login.LogIn;
import dev.muster.commands.login.LoginAudit;
import dev.muster.commands.login.LoginLinks;
import dev.muster.commands.login.Sessions;
import dev.muster.commands.people.Directory;
import java.util.Optional;

/**
 * What the login is made of.
 *
 * @param sending empty where no link can be sent
 */
record LoginParts(
    LogIn logIn,
    OpenSessions sessions,
    SessionCookie cookie,
    Optional<LinkSending> sending,
    LoginLimits limits,
    LoginWatch watch,
    Directory directory) {

  static LoginParts of(LoginServices services, LoginSettings settings) {
    var audit = new LoginAudit(services.kept().audit(), services.clock());
    var watch = new LoginWatch(audit, services.registry(), services.clock());
    var links = new LoginLinks(services.kept().links(), services.clock());
    var sessions = new Sessions(services.kept().sessions(), services.clock());
    var directory = services.people().directory();
    var logIn = new LogIn(services.kept().transactions(), links, sessions, audit, directory);
    var limits = new LoginLimits(settings.proxy(), services.clock());
    var requests =
        services
            .sending()
            .delivery()
            .map(by -> new LinkRequests(services.people().names(), links, by, limits::mayBeSent));
    return new LoginParts(
        logIn,
        new OpenSessions(sessions, watch),
        new SessionCookie(settings.isSecure()),
        requests.flatMap(it -> sending(it, services, settings, watch)),
        limits,
        watch,
        directory);
  }

  /** Without an address of ours there is nothing to send. */
  private static Optional<LinkSending> sending(
      LinkRequests requests, LoginServices services, LoginSettings settings, LoginWatch watch) {
    return settings
        .url()
        .map(url -> new LinkSending(requests, url, watch, services.sending().executor()));
  }
}
