package dev.muster.integrations.postgres;

import com.zaxxer.hikari.HikariConfig;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Connection pools with a limit on every wait. */
public final class Pools {

  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration ANSWER = Duration.ofSeconds(30);

  /**
   * A replica that is frozen or cut off within a transaction must not hold its locks for hours.
   *
   * <p>Every query of ours finds few rows by an index. Left alone, the planner would read small
   * tables whole, and keep doing so in prepared statements while they grow to millions of rows; or
   * it would plan the intake's statements anew for every commit, which took a tenth of its time.
   */
  private static final String OPTIONS =
      String.join(
          " -c ",
          "-c statement_timeout=20s",
          "lock_timeout=4s",
          "idle_in_transaction_session_timeout=15s",
          "tcp_keepalives_idle=10",
          "tcp_keepalives_interval=5",
          "tcp_keepalives_count=3",
          "TimeZone=UTC",
          "jit=off",
          "plan_cache_mode=force_generic_plan",
          "enable_seqscan=off",
          "enable_hashjoin=off",
          "enable_mergejoin=off");

  /** A step may read a large table for many minutes, but makes nobody wait long for its lock. */
  private static final String PATIENT_OPTIONS =
      String.join(
          " -c ",
          "-c statement_timeout=0",
          "lock_timeout=4s",
          "idle_in_transaction_session_timeout=0",
          "tcp_keepalives_idle=10",
          "tcp_keepalives_interval=5",
          "tcp_keepalives_count=3",
          "TimeZone=UTC");

  private Pools() {}

  /** Connections, each a new one, for the {@link Migrations}, which may take their time. */
  public static DataSource patient(DatabaseAddress address) {
    var source = new PGSimpleDataSource();
    source.setUrl(address.jdbcUrl());
    if (!address.user().isEmpty()) {
      source.setUser(address.user());
      source.setPassword(address.password());
    }
    source.setApplicationName("muster");
    source.setTcpKeepAlive(true);
    source.setConnectTimeout((int) CONNECT.toSeconds());
    source.setOptions(PATIENT_OPTIONS);
    return source;
  }

  /**
   * A pool that opens its connections when they are needed, so that the database may come later.
   */
  public static Pool open(DatabaseAddress address, String name, int size) {
    var config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(address.jdbcUrl());
    config.setUsername(address.user());
    config.setPassword(address.password());
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(CONNECT.toMillis());
    config.setValidationTimeout(Duration.ofSeconds(1).toMillis());
    config.setInitializationFailTimeout(-1);
    config.setMaxLifetime(Duration.ofMinutes(30).toMillis());
    config.addDataSourceProperty("ApplicationName", "muster");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("connectTimeout", Long.toString(CONNECT.toSeconds()));
    config.addDataSourceProperty("socketTimeout", Long.toString(ANSWER.toSeconds()));
    config.addDataSourceProperty("options", OPTIONS);
    return new Pool(config);
  }
}
