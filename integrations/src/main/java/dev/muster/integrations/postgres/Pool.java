package dev.muster.integrations.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** A pool of connections, under a name that no other room has to know the library of. */
public final class Pool extends HikariDataSource {

  Pool(HikariConfig config) {
    super(config);
  }
}
