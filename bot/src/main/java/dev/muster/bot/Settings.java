package dev.muster.bot;

import dev.muster.bot.login.proxy.TrustedProxy;
import dev.muster.bot.slack.SlackSettings;
import dev.muster.integrations.email.SmtpAddress;
import dev.muster.integrations.postgres.DatabaseAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the environment says, checked.
 *
 * @param home the folder of the configuration; absent: the built-in demo
 * @param address of this machine, where it listens
 * @param port 0 lets the system choose
 * @param managementPort where health and metrics are served as well
 * @param database absent: embedded PostgreSQL below {@code data}
 * @param apiToken a token with every scope
 * @param smtp absent: no mail
 * @param slack absent: no Slack
 * @param proxy the reverse proxy that says who somebody is
 * @param log {@code text} or {@code json}
 */
public record Settings(
    Optional<Path> home,
    InetAddress address,
    int port,
    Optional<Integer> managementPort,
    Optional<String> url,
    Optional<DatabaseAddress> database,
    Path data,
    Optional<String> apiToken,
    Optional<SmtpAddress> smtp,
    Optional<SlackSettings> slack,
    Optional<TrustedProxy> proxy,
    String log) {

  /** What {@link Read#wrong()} may be about. */
  static final String PORT = "PORT";

  static final String BIND = "BIND";
  static final String DATABASE = "DATABASE_URL";
  static final String SMTP = "SMTP_URL";
  static final String SLACK = "Slack";

  private static final int DEFAULT_PORT = 8080;

  /** Something in the environment is wrong; the message says what to write instead. */
  public static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Wrong(@Nullable String message) {
      super(message);
    }
  }

  /**
   * What could be read of the environment.
   *
   * @param settings as if what is wrong were not set
   * @param wrong what to write instead, by the variable or by what it is of
   */
  public record Read(Settings settings, Map<String, String> wrong) {
    public Read {
      wrong = Collections.unmodifiableMap(new LinkedHashMap<>(wrong));
    }

    /** All that is wrong, for whoever set it. */
    public String complaint() {
      return String.join("\n", wrong.values());
    }
  }

  public static Settings from(Map<String, String> environment) {
    var read = read(environment);
    if (!read.wrong().isEmpty()) {
      throw new Wrong(read.complaint());
    }
    return read.settings();
  }

  /** Never throws, for whoever wants to know all that is wrong. */
  public static Read read(Map<String, String> environment) {
    var reader = new Reader(environment, new LinkedHashMap<>());
    return new Read(settings(reader), reader.wrong());
  }

  private static Settings settings(Reader reader) {
    var home = reader.text("MUSTER_HOME").map(Path::of);
    return new Settings(
        home,
        reader.bind().orElseGet(() -> address(home.isPresent() ? "0.0.0.0" : "127.0.0.1")),
        reader.port(PORT).orElse(DEFAULT_PORT),
        reader.port("MANAGEMENT_PORT"),
        reader.text("MUSTER_URL"),
        reader.database(),
        reader.data(),
        reader.text("MUSTER_API_TOKEN"),
        reader.smtp(),
        reader.slack(),
        reader.proxy(),
        reader.log(home.isEmpty() ? "text" : "json"));
  }

  public boolean isDemo() {
    return home.isEmpty();
  }

  /** Whether only this machine can reach us. */
  public boolean isLoopback() {
    return address.isLoopbackAddress();
  }

  /** Where it listens, as it was looked up at the start. */
  public String bind() {
    return address.getHostAddress();
  }

  private static InetAddress address(String bind) {
    try {
      return InetAddress.getByName(bind);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(
          "BIND=" + bind + " is no address of this machine; try 127.0.0.1 or 0.0.0.0", e);
    }
  }

  private record Reader(Map<String, String> environment, Map<String, String> wrong) {

    /** Empty also where it is wrong, which is noted then. */
    private <T> Optional<T> tried(String about, Supplier<Optional<T>> reading) {
      try {
        return reading.get();
      } catch (IllegalArgumentException e) {
        wrong.put(about, String.valueOf(e.getMessage()));
        return Optional.empty();
      }
    }

    /** The same of one variable, which the complaint does not name. */
    private <T> Optional<T> parsed(String name, Function<String, T> parse) {
      return tried(
          name,
          () -> {
            try {
              return text(name).map(parse);
            } catch (IllegalArgumentException e) {
              throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
            }
          });
    }

    Optional<String> text(String name) {
      return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    Optional<InetAddress> bind() {
      return tried(BIND, () -> text(BIND).map(Settings::address));
    }

    Optional<Integer> port(String name) {
      return tried(name, () -> text(name).map(value -> port(name, value)));
    }

    private static int port(String name, String value) {
      if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65_535) {
        throw new IllegalArgumentException(
            name + "=" + value + " is no port; write a number up to 65535");
      }
      return Integer.parseInt(value);
    }

    Optional<DatabaseAddress> database() {
      return parsed(DATABASE, DatabaseAddress::parse);
    }

    Optional<SmtpAddress> smtp() {
      return parsed(SMTP, SmtpAddress::parse);
    }

    String log(String usual) {
      return tried("MUSTER_LOG", () -> text("MUSTER_LOG").map(Reader::known)).orElse(usual);
    }

    private static String known(String log) {
      if (!log.equals("text") && !log.equals("json")) {
        throw new IllegalArgumentException("MUSTER_LOG=" + log + " is unknown; write text or json");
      }
      return log;
    }

    Optional<TrustedProxy> proxy() {
      return tried("The proxy", () -> TrustedProxy.of(this::text));
    }

    Optional<SlackSettings> slack() {
      return tried(SLACK, () -> SlackSettings.of(this::text));
    }

    Path data() {
      return text("MUSTER_DATA")
          .map(Path::of)
          .or(() -> text("XDG_DATA_HOME").map(base -> Path.of(base, "muster")))
          .orElseGet(() -> Path.of(System.getProperty("user.home"), ".local", "share", "muster"));
    }
  }
}
