package dev.muster.integrations.slack.web;

import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.util.http.SlackHttpClient;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Slack's Web API with one bot token. A call takes the access's timeout at most, is sent once only,
 * and is held back where Slack's rates leave no room. Thread-safe; every trouble is a {@link
 * SlackException}.
 */
public final class SlackApi implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SlackApi.class);
  private static final int TOO_MANY = 429;

  private final Slack slack;
  private final MethodsClient methods;
  private final Duration timeout;
  private final Limits limits;
  private final Doors doors = new Doors();

  public SlackApi(SlackAccess access, InstantSource clock) {
    var config = config(access);
    this.slack = Slack.getInstance(config, new SlackHttpClient(http(access, config)));
    this.methods = slack.methods(access.botToken());
    this.timeout = access.timeout();
    this.limits = new Limits(clock);
  }

  /** One call of a method. */
  public interface Call<T extends SlackApiTextResponse> {
    T on(MethodsClient methods) throws IOException, SlackApiException;
  }

  /** Calls a method that is about no channel. */
  public <T extends SlackApiTextResponse> T call(String method, Call<T> call) {
    return call(method, "", call);
  }

  /** Calls a method, such as {@code chat.postMessage}, in a channel by Slack's id for it. */
  public <T extends SlackApiTextResponse> T call(String method, String channel, Call<T> call) {
    try (var _ = doors.enter(method, channel)) {
      limits.admit(method, channel);
      var answer = call.on(methods);
      if (!answer.isOk()) {
        throw refusal(method, channel, answer);
      }
      return answer;
    } catch (SlackApiException e) {
      throw unusual(method, channel, e);
    } catch (IOException e) {
      throw unreached(e);
    } catch (JsonParseException e) {
      throw SlackException.failed("", "Slack's answer cannot be read", e);
    }
  }

  /** Whom it asks: Slack, unless SLACK_API_URL says else. */
  public String host() {
    return URI.create(slack.getConfig().getMethodsEndpointUrlPrefix()).getAuthority();
  }

  /** For Bolt, which speaks to the same server with the same timeouts. */
  public Slack slack() {
    return slack;
  }

  @Override
  public void close() {
    try {
      slack.getHttpClient().close();
      slack.getConfig().close();
    } catch (Exception e) {
      log.atWarn().setCause(e).log("Slack's client could not be closed");
    }
  }

  private SlackException refusal(String method, String channel, SlackApiTextResponse answer) {
    var error = Optional.ofNullable(answer.getError()).orElse("unknown_error");
    var trouble = Errors.of(error, answer.getNeeded());
    if (trouble.error().equals("ratelimited")) {
      return tooMany(method, channel, Limits.UNSAID);
    }
    return trouble;
  }

  /** Another status than 200. */
  private SlackException unusual(String method, String channel, SlackApiException e) {
    var status = e.getResponse().code();
    if (status == TOO_MANY) {
      return tooMany(method, channel, retryAfter(e.getResponse().header("Retry-After")));
    }
    return SlackException.failed("", "Slack has trouble of its own (status " + status + ")", e);
  }

  private SlackException tooMany(String method, String channel, Duration retryAfter) {
    log.atWarn()
        .addKeyValue("method", method)
        .addKeyValue("channel", channel)
        .addKeyValue("seconds", retryAfter.toSeconds())
        .log("Slack takes no more calls for a while");
    limits.close(method, channel, retryAfter);
    return SlackException.busy("Slack takes no more at the moment", retryAfter);
  }

  private static Duration retryAfter(@Nullable String header) {
    return header != null && header.matches("\\d{1,6}")
        ? Duration.ofSeconds(Math.max(1, Long.parseLong(header)))
        : Limits.UNSAID;
  }

  /**
   * Slack may do yet what it did not answer in time. A look that comes too soon would not find it,
   * and an edit that comes too soon would be undone by it.
   */
  private SlackException unreached(IOException e) {
    return e instanceof InterruptedIOException
        ? SlackException.unanswered(
            "Slack did not answer within " + timeout.toSeconds() + " s",
            timeout.plus(timeout.dividedBy(2)),
            e)
        : SlackException.failed(
            "", "Slack cannot be reached (" + e.getClass().getSimpleName() + ")", e);
  }

  /** Statistics would keep threads of their own, and nobody reads them. */
  private static SlackConfig config(SlackAccess access) {
    var config = new SlackConfig();
    // The one that setStatsEnabled forgets.
    config.getSCIM2Config().getMetricsDatastore().setStatsEnabled(false);
    config.setStatsEnabled(false);
    config.setMethodsEndpointUrlPrefix(access.apiUrl());
    config.setPrettyResponseLoggingEnabled(false);
    return config;
  }

  /** What was sent once is not sent again by the client on its own: that would say things twice. */
  private static OkHttpClient http(SlackAccess access, SlackConfig config) {
    return SlackHttpClient.buildOkHttpClient(config)
        .newBuilder()
        .retryOnConnectionFailure(false)
        .callTimeout(access.timeout())
        .connectTimeout(access.timeout())
        .readTimeout(access.timeout())
        .writeTimeout(access.timeout())
        .build();
  }
}
