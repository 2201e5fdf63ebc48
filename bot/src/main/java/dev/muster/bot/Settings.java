package dev.muster.bot;

import dev.muster.bot.login.proxy.TrustedProxy;
import dev.muster.bot.slack.SlackSettings;
import dev.muster.integrations.email.SmtpAddress;
import dev.muster.integrations.postgres.DatabaseAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the environment says, checked.
 *
 * @param home the folder of the configuration; absent: the built-in demo
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
    String bind,
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

  private static final int DEFAULT_PORT = 8080;

  /** Something in the environment is wrong; the message says what to write instead. */
  public static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Wrong(@Nullable String message) {
      super(message);
    }
  }

  public static Settings from(Map<String, String> environment) {
    var reader = new Reader(environment);
    var home = reader.text("MUSTER_HOME").map(Path::of);
    return new Settings(
        home,
        reader.text("BIND").orElse(home.isPresent() ? "0.0.0.0" : "127.0.0.1"),
        reader.port("PORT").orElse(DEFAULT_PORT),
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
    try {
      return InetAddress.getByName(bind).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new Wrong("BIND=" + bind + " is no address of this machine; try 127.0.0.1 or 0.0.0.0");
    }
  }

  private record Reader(Map<String, String> environment) {

    Optional<String> text(String name) {
      return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    Optional<Integer> port(String name) {
      return text(name)
          .map(value -> {
            if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65_535) {
              throw new Wrong(name + "=" + value + " is no port; write a number up to 65535");
            }
            return Integer.parseInt(value);
          });
    }

    Optional<DatabaseAddress> database() {
      try {
        return text("DATABASE_URL").map(DatabaseAddress::parse);
      } catch (IllegalArgumentException e) {
        throw new Wrong("DATABASE_URL: " + e.getMessage());
      }
    }

    Optional<SmtpAddress> smtp() {
      try {
        return text("SMTP_URL").map(SmtpAddress::parse);
      } catch (IllegalArgumentException e) {
        throw new Wrong("SMTP_URL: " + e.getMessage());
      }
    }

    String log(String usual) {
      var wanted = text("MUSTER_LOG").orElse(usual);
      if (!wanted.equals("text") && !wanted.equals("json")) {
        throw new Wrong("MUSTER_LOG=" + wanted + " is unknown; write text or json");
      }
      return wanted;
    }

    Optional<TrustedProxy> proxy() {
      try {
        return TrustedProxy.of(this::text);
      } catch (IllegalArgumentException e) {
        throw new Wrong(e.getMessage());
      }
    }

    Optional<SlackSettings> slack() {
      try {
        return SlackSettings.of(this::text);
      } catch (IllegalArgumentException e) {
        throw new Wrong(e.getMessage());
      }
    }

    Path data() {
      return text("MUSTER_DATA")
          .map(Path::of)
          .or(() -> text("XDG_DATA_HOME").map(base -> Path.of(base, "muster")))
          .orElseGet(() -> Path.of(System.getProperty("user.home"), ".local", "share", "muster"));
    }
  }
}
