package dev.muster.integrations.slack.socket;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a connection to Slack open for as long as it is not closed: the next one is opened before
 * Slack ends one, and again and again, ever less often, while Slack is away.
 */
public final class SlackSocket implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SlackSocket.class);

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration KNOCKS = Duration.ofSeconds(20);
  private static final Duration LASTING = Duration.ofSeconds(4);
  private static final long FIRST_PAUSE = 250;
  private static final long LONGEST_PAUSE = 30_000;
  private static final int DOUBLINGS = 7;

  private final Supplier<String> tickets;
  private final SlackEnvelopes envelopes;
  private final Duration lasting;
  private final Executor executor;
  private final InstantSource clock;
  private final HttpClient http;
  private volatile @Nullable Connection current;
  private volatile Instant openedAt = Instant.EPOCH;
  private volatile Optional<String> trouble = Optional.empty();
  private volatile Optional<String> host = Optional.empty();
  private volatile boolean isClosed;
  private volatile @Nullable Thread keeper;

  /**
   * @param tickets an address that is good for one connection; blocking, throws when there is none
   */
  public SlackSocket(
      Supplier<String> tickets, SlackEnvelopes envelopes, Executor executor, InstantSource clock) {
    this(tickets, envelopes, LASTING, executor, clock);
  }

  /**
   * @param lasting a connection that ends sooner has failed, and the next one is waited for
   */
  public SlackSocket(
      Supplier<String> tickets,
      SlackEnvelopes envelopes,
      Duration lasting,
      Executor executor,
      InstantSource clock) {
    this.tickets = tickets;
    this.envelopes = envelopes;
    this.lasting = lasting;
    this.executor = executor;
    this.clock = clock;
    this.http = HttpClient.newBuilder().connectTimeout(PATIENCE).executor(executor).build();
  }

  /** Returns at once. */
  public void start() {
    keeper = Thread.ofVirtual().name("slack-socket").start(this::keep);
  }

  /** Whether Slack can bring something now. */
  public boolean isOpen() {
    var connection = current;
    return connection != null && !connection.end().isDone();
  }

  /** Since when it can; empty while it cannot. */
  public Optional<Instant> openSince() {
    return Optional.of(openedAt).filter(_ -> isOpen());
  }

  /** Why it could not be opened the last time; empty when it could. */
  public Optional<String> trouble() {
    return trouble;
  }

  /** Where it was to be opened the last time; empty as long as Slack has named no address. */
  public Optional<String> host() {
    return host;
  }

  @Override
  public void close() {
    isClosed = true;
    var thread = keeper;
    if (thread != null) {
      thread.interrupt();
    }
    var connection = current;
    if (connection != null) {
      connection.close();
    }
    http.shutdownNow();
  }

  private void keep() {
    var failures = 0;
    while (!isClosed) {
      var begin = System.nanoTime();
      try {
        var connection = open();
        openedAt = clock.instant();
        trouble = Optional.empty();
        current = connection;
        log.atInfo().log("Slack's socket is open");
        var reason = endOf(connection);
        log.atInfo().addKeyValue("reason", reason).log("Slack's socket ends, opening another");
      } catch (InterruptedException e) {
        return;
      } catch (ExecutionException | TimeoutException | RuntimeException broken) {
        trouble = Optional.of(reason(broken));
        log.atWarn()
            .addKeyValue("reason", reason(broken))
            .log("Slack's socket cannot be opened, trying again");
      }
      var lasted = Duration.ofNanos(System.nanoTime() - begin);
      failures = lasted.compareTo(lasting) > 0 ? 0 : failures + 1;
      if (failures > 0 && !isPaused(failures)) {
        return;
      }
    }
  }

  private Connection open() throws InterruptedException, ExecutionException, TimeoutException {
    var connection = new Connection(this::heard);
    host = Optional.empty();
    var address = URI.create(tickets.get());
    host = Optional.of(address.getAuthority());
    http.newWebSocketBuilder()
        .connectTimeout(PATIENCE)
        .buildAsync(address, connection)
        .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    return connection;
  }

  private static String endOf(Connection connection)
      throws InterruptedException, ExecutionException {
    while (true) {
      try {
        return connection.end().get(KNOCKS.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException quiet) {
        connection.knock();
      }
    }
  }

  private void heard(Connection connection, String message) {
    executor.execute(() -> {
      try {
        switch (envelopes.take(message)) {
          case SlackEnvelopes.Heard.Answered(var answer) -> {
            if (!connection.send(answer)) {
              log.atInfo().log("Slack's socket ended before an acknowledgement: it comes again");
            }
          }
          case SlackEnvelopes.Heard.Ending(var reason) -> connection.isAboutToEnd(reason);
          case SlackEnvelopes.Heard.Nothing _ -> {}
        }
      } catch (RuntimeException broken) {
        log.atError().setCause(broken).log("Something from Slack's socket could not be taken");
      }
    });
  }

  /** Ever longer, and not at the same time as everybody else's. */
  private static boolean isPaused(int failures) {
    var most = Math.min(LONGEST_PAUSE, FIRST_PAUSE << Math.min(DOUBLINGS, failures - 1));
    try {
      TimeUnit.MILLISECONDS.sleep(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private static String reason(Throwable thrown) {
    var cause =
        thrown instanceof ExecutionException || thrown instanceof CompletionException
            ? thrown.getCause()
            : thrown;
    return cause == null ? "unknown" : cause.getClass().getSimpleName() + ": " + cause.getMessage();
  }
}
