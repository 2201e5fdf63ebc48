package dev.muster.bot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiFiltersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          incidents?sevrity=high     | There is no filter "sevrity" here. Did you mean severity? It takes status,
          incidents?severity=banana  | severity: there is no "banana". It is one of critical, high,
          incidents?status=banana    | status is open, triggered, acknowledged, mitigated or resolved.
          incidents/1?limit=3        | There is no filter "limit" here. It takes none.
          alerts?source=pigeon       | source: there is no "pigeon". It is one of
          alerts?since=yesterday     | since must be a time with its offset
          deliveries?state=lost      | state is one of
          oncall?schedul=primary     | Did you mean schedule?
          """)
  void what_a_list_does_not_know_is_refused_with_what_it_does(String address, String detail) {
    try (var site = TestSite.demo()) {
      var answer = site.get("/api/v1/" + address, TestSite.PROGRAM);

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.detail()).contains(detail);
    }
  }

  @Test
  void capitals_do_not_matter() {
    try (var site = TestSite.demo()) {
      var answer = site.get("/api/v1/incidents?severity=HIGH", TestSite.PROGRAM);

      assertThat(answer.status()).as("the database is away").isEqualTo(503);
    }
  }
}
