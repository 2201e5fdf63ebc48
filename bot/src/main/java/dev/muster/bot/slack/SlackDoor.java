package dev.muster.bot.slack;

import dev.muster.bot.config.Config;
import dev.muster.commands.chat.AuthoriseFilter;
import dev.muster.commands.chat.Chat;
import dev.muster.commands.chat.CommandTable;
import dev.muster.commands.chat.Place;
import dev.muster.commands.chat.Router;
import dev.muster.commands.chat.late.LateRequests;
import dev.muster.commands.doctor.Check;
import dev.muster.commands.incident.IncidentStore;
import dev.muster.commands.incident.PostRefresh;
import dev.muster.commands.people.ChatAccounts;
import dev.muster.commands.people.Directory;
import dev.muster.integrations.postgres.incident.PostgresIncidentPosts;
import dev.muster.integrations.postgres.own.PostgresOwnChannels;
import dev.muster.integrations.slack.SlackChat;
import dev.muster.integrations.slack.doctor.SlackCallsCheck;
import dev.muster.integrations.slack.doctor.SlackSocketCheck;
import dev.muster.integrations.slack.http.SlackHttp;
import dev.muster.integrations.slack.inbound.Orders;
import dev.muster.integrations.slack.inbound.SlackInbound;
import dev.muster.integrations.slack.people.FoundUsers;
import dev.muster.integrations.slack.people.Membership;
import dev.muster.integrations.slack.reaction.Timelines;
import dev.muster.integrations.slack.socket.SlackEnvelopes;
import dev.muster.integrations.slack.socket.SlackSocket;
import dev.muster.integrations.slack.socket.Tickets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** How people in Slack reach us: by HTTP, or by a socket where there is an app-level token. */
public final class SlackDoor implements AutoCloseable {

  private final SlackInbound inbound;
  private final Optional<SlackHttp> http;
  private final Optional<SlackSocket> socket;

  public SlackDoor(
      Slack slack, Supplier<Config> config, Inside inside, InstantSource clock, Executor executor) {
    var people = slack.people(config, inside.accounts(), inside.directory(), clock);
    var orders =
        new Orders(
            inside.table(),
            inside.router(),
            new Router(inside.table(), List.of(new AuthoriseFilter(inside.directory()))),
            (channel, message) -> inside.refresh(slack.chat(), channel, message),
            inside.late());
    slack.users().lookedUpBy(new FoundUsers(people, clock));
    Membership membership = (user, hasLeft) -> inside.leavers().changed(people, user, hasLeft);
    var timelines =
        new Timelines(new SlackThreads(inside.posts()), () -> config.get().timelineReactions());
    var means =
        new SlackInbound.Means(
            slack.api(), slack.kit(), people, inside.rooms(slack), orders, timelines, membership);
    this.inbound = new SlackInbound(means, clock, executor);
    this.socket =
        slack
            .settings()
            .appToken()
            .map(token ->
                new SlackSocket(
                    new Tickets(slack.api(), token), new SlackEnvelopes(inbound), executor, clock));
    this.http =
        slack
            .settings()
            .signingSecret()
            .filter(_ -> socket.isEmpty())
            .map(secret -> new SlackHttp(inbound, secret, clock));
  }

  /** What people reach. */
  public record Inside(
      Directory directory,
      ChatAccounts accounts,
      IncidentStore incidents,
      PostgresIncidentPosts posts,
      PostgresOwnChannels own,
      CommandTable table,
      Router router,
      LateRequests late,
      SlackLeavers leavers) {

    private SlackRooms rooms(Slack slack) {
      return new SlackRooms(
          slack.channels(), id -> own.incidentIn(SlackChat.PLATFORM, id), incidents);
    }

    private void refresh(Chat chat, String channel, String message) {
      own.incidentIn(SlackChat.PLATFORM, channel)
          .ifPresentOrElse(
              incident -> own.showAnew(incident, SlackChat.PLATFORM),
              () ->
                  posts
                      .incidentAt(new Place(SlackChat.PLATFORM, channel, Optional.of(message)))
                      .ifPresent(
                          incident -> new PostRefresh(posts).refresh(incident, chat, false)));
    }
  }

  /** Present where Slack is to call us. */
  public Optional<SlackHttp> http() {
    return http;
  }

  /** Whether the socket is open, where there is to be one. */
  public Optional<Boolean> isSocketOpen() {
    return socket.map(SlackSocket::isOpen);
  }

  /**
   * What the doctor looks at.
   *
   * @param url MUSTER_URL, if it is set
   */
  public List<Check> checks(Optional<String> url, InstantSource clock) {
    return Stream.concat(
            socket.stream().<Check>map(it -> new SlackSocketCheck(it, clock)),
            http.stream().<Check>map(it -> new SlackCallsCheck(it, url, clock)))
        .toList();
  }

  /** Opens the socket, where there is to be one. Returns at once. */
  public void open() {
    socket.ifPresent(SlackSocket::start);
  }

  @Override
  public void close() {
    socket.ifPresent(SlackSocket::close);
    inbound.close();
  }
}
