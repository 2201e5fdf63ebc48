package dev.muster.integrations.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Runbooks on a Redis with 100,000 keys, and on a server that answers or does not. */
final class CachePlays {

  private static final int PAGES = 100_000;

  private CachePlays() {}

  static List<Play> all() {
    return List.of(
        clear(),
        clearAll(),
        hits("cache-hit-rate", 9, 1),
        hits("cache-hit-rate of one that misses", 1, 9).failing(),
        health("health-check", "/json"),
        health("health-check of one that is down", "/status?503").failing(),
        smoke());
  }

  private static Play clear() {
    return Play.of(
            "clear-cache",
            (targets, run) -> {
              assertThat(Seen.number(run, "clear", "unlinked")).isEqualTo(PAGES);
              try (var redis = targets.redis.connect()) {
                assertThat(redis.keys("*")).containsExactlyInAnyOrder("session:1", "content:new");
              }
              return PAGES + " keys gone, the session and a new page stay";
            })
        .given(targets -> targets.redis.fill(PAGES))
        .meanwhile((targets, step) -> {
          if (step.equals("rebuilding")) {
            try (var redis = targets.redis.connect()) {
              redis.set("content:new", "page");
            }
          }
        });
  }

  private static Play clearAll() {
    return Play.of(
            "clear-whole-cache",
            (targets, _) -> {
              try (var redis = targets.redis.connect()) {
                assertThat(redis.dbSize()).isZero();
              }
              return "no key left, confirmed and approved before";
            })
        .given(targets -> targets.redis.fill(PAGES));
  }

  private static Play hits(String name, int hits, int misses) {
    return Play.of(
            "cache-hit-rate",
            (_, run) -> {
              assertThat(run.toString()).contains("%d0.0 %% of 10".formatted(hits));
              return "%d of 10 find something".formatted(hits);
            })
        .named(name)
        .given(targets -> targets.redis.fill(10))
        .meanwhile((targets, step) -> {
          if (step.equals("now")) {
            targets.redis.ask(hits, misses);
          }
        });
  }

  private static Play health(String name, String path) {
    return Play.of(
            "health-check",
            (targets, _) -> {
              assertThat(targets.http.requests().getLast()).startsWith("GET " + path);
              return "GET " + path;
            })
        .named(name)
        .at("url", targets -> targets.http.url(path));
  }

  private static Play smoke() {
    return Play.of(
            "smoke-test",
            (targets, _) -> {
              assertThat(targets.http.requests())
                  .filteredOn(request -> request.startsWith("GET /health/ready"))
                  .hasSizeGreaterThanOrEqualTo(3);
              return "ready at the third question";
            })
        .at("url", targets -> targets.http.url(""))
        .given(targets -> targets.http.notReadyFor(2));
  }
}
