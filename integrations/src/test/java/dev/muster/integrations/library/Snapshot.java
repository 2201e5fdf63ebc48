package dev.muster.integrations.library;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that a runbook could change in its targets, in words that can be compared. */
final class Snapshot {

  private static final String TABLES =
      "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace";

  /** Rebuilding gives another file; vacuuming and analyzing are counted. */
  private static final String RELATIONS =
      """
      select string_agg(c.relname || ' ' || c.relfilenode || ' ' || coalesce(s.vacuum_count, 0)
        || ' ' || coalesce(s.analyze_count, 0), ', ' order by c.relname)
      from pg_class c left join pg_stat_user_tables s on s.relid = c.oid
      where c.relnamespace = 'public'::regnamespace
      """;

  private static final Map<String, String> ASKED =
      Map.of(
          "databases",
          "select string_agg(datname, ', ' order by datname) from pg_database",
          "settings",
          "select md5(string_agg(name || setting, ',' order by seqno)) from pg_file_settings",
          "relations",
          RELATIONS,
          "connections",
          "select string_agg(pid::text, ', ' order by pid) from pg_stat_activity where"
              + " application_name = '%s'".formatted(Targets.PEOPLE));

  private Snapshot() {}

  static Map<String, String> of(Targets targets) throws SQLException, IOException {
    var all = new TreeMap<String, String>();
    database(targets, all);
    try (var redis = targets.redis.connect()) {
      all.put("keys", String.valueOf(redis.dbSize()));
      all.put("commands", writes(redis.info("commandstats")));
    }
    all.put(
        "requests",
        targets.http.requests().stream()
            .filter(request -> !request.startsWith("GET "))
            .toList()
            .toString());
    try (var files = Files.list(targets.files)) {
      all.put(
          "files", files.sorted().map(it -> it + " " + it.toFile().length()).toList().toString());
    }
    return all;
  }

  private static void database(Targets targets, Map<String, String> all) throws SQLException {
    try (var connection = targets.server.connect("postgres", Targets.DATABASE);
        var statement = connection.createStatement()) {
      for (var asked : ASKED.entrySet()) {
        try (var rows = statement.executeQuery(asked.getValue())) {
          all.put(asked.getKey(), rows.next() ? String.valueOf(rows.getString(1)) : "");
        }
      }
      var tables = new TreeMap<String, String>();
      try (var rows = statement.executeQuery(TABLES)) {
        while (rows.next()) {
          tables.put(rows.getString(1), "");
        }
      }
      for (var table : tables.keySet()) {
        var sql =
            "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '')"
                + " from %s t";
        try (var rows = statement.executeQuery(sql.formatted(table))) {
          all.put("table " + table, rows.next() ? rows.getString(1) : "");
        }
      }
    }
  }

  /** How often each command came that takes something away. */
  private static String writes(String stats) {
    return Stream.of(stats.split("\r?\n"))
        .filter(line -> line.matches("cmdstat_(del|unlink|flushdb|flushall|set|expire)[:|].*"))
        .map(line -> line.replaceAll(",usec.*", ""))
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
