package dev.muster.integrations.slack.inbound;

import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.bolt.util.SlackRequestParser.HttpRequest;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.once.RequestKey;
import dev.muster.integrations.slack.answer.Answers;
import dev.muster.integrations.slack.answer.LostEnds;
import dev.muster.integrations.slack.answer.Origin;
import dev.muster.integrations.slack.answer.Overdue;
import dev.muster.integrations.slack.answer.Times;
import dev.muster.integrations.slack.blocks.BlockKit;
import dev.muster.integrations.slack.people.Membership;
import dev.muster.integrations.slack.people.Mentioned;
import dev.muster.integrations.slack.people.SlackPeople;
import dev.muster.integrations.slack.reaction.Reactions;
import dev.muster.integrations.slack.reaction.Timelines;
import dev.muster.integrations.slack.web.SlackApi;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whatever Slack brings, by HTTP or by a socket, with the same handlers. Thread-safe. */
public final class SlackInbound implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SlackInbound.class);

  private final App app;
  private final SlackRequestParser parser;

  public SlackInbound(Means means, InstantSource clock, Executor executor) {
    this(means, Times.USUAL, clock, executor);
  }

  /** With a patience of its own. */
  public SlackInbound(Means means, Times times, InstantSource clock, Executor executor) {
    this.app = new App(config(means.api()), means.api().slack(), new ArrayList<>());
    this.parser = new SlackRequestParser(app.config());
    register(means, times, clock, executor);
    app.start();
  }

  /**
   * What it works with.
   *
   * @param kit Block Kit in the configuration's zone
   */
  public record Means(
      SlackApi api,
      Supplier<BlockKit> kit,
      SlackPeople people,
      Channels channels,
      Orders orders,
      Timelines timelines,
      Membership membership) {}

  /** Empty for what Slack never says. */
  public Optional<Response> take(String body, Map<String, List<String>> headers) {
    var request =
        parser.parse(
            HttpRequest.builder()
                .requestUri("/slack/events")
                .requestBody(body)
                .headers(new RequestHeaders(headers))
                .build());
    return Optional.ofNullable(request).map(this::run);
  }

  public AppConfig config() {
    return app.config();
  }

  public Response run(Request<?> request) {
    try {
      return app.run(request);
    } catch (Surroundings.NotTaken late) {
      return Response.error(503);
    } catch (Exception broken) {
      log.atError().setCause(broken).log("Something from Slack could not be taken");
      return Response.error(500);
    }
  }

  @Override
  public void close() {
    app.stop();
  }

  private void register(Means means, Times times, InstantSource clock, Executor executor) {
    var orders = means.orders();
    var asking = new Asking(means.people(), means.channels(), new LostEnds(orders.late(), clock));
    var answers = Answers.of(means.api(), means.kit());
    var overdue = new Overdue(orders.late(), times, clock, executor);
    var errands = new Errands(orders, asking, answers, overdue, executor);
    var utterance =
        new Utterance(
            orders.table(), new Mentioned(means.people()), () -> means.kit().get().names());
    new Handlers(
            utterance,
            errands,
            new Clicks(errands, clock),
            new Submissions(orders.router(), asking, answers, overdue, errands),
            new Suggestions(orders.table(), means.people()))
        .register(app);
    new Surroundings(
            errands,
            new HomeTab(means.api(), means.kit(), asking, orders.looking()),
            new Unfurling(means.api(), means.kit(), asking, orders),
            new Reactions(
                new Reactions.Means(means.api(), means.people(), new Rooms(means, asking), answers),
                means.timelines().emoji(),
                utterance::plain),
            means.membership())
        .register(app);
  }

  private record Rooms(Means means, Asking asking) implements Reactions.Rooms {
    @Override
    public boolean isOurs(String channel) {
      return means.channels().name(channel).isPresent();
    }

    @Override
    public boolean isIncidents(Origin origin) {
      return means.timelines().threads().incidentAt(asking.place(origin)).isPresent();
    }

    @Override
    public Reply ask(Origin origin, String text, RequestKey key) {
      return asking.ask(origin, text, key.requestId(), means.orders().router()::handle);
    }
  }

  /** What nobody here waits for is taken all the same: Slack would show people a warning. */
  private static AppConfig config(SlackApi api) {
    var config = new AppConfig();
    config.setSlack(api.slack());
    config.setSingleTeamBotToken("");
    config.setUnmatchedRequestHandler(_ -> Response.ok());
    return config;
  }
}
