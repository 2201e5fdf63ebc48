package dev.muster.commands.incident.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.incident.IncidentId;
import org.junit.jupiter.api.Test;

class SearchWordsTest {

  @Test
  void a_number_alone_is_an_incident() {
    assertThat(SearchWords.of(" #1042 ").number()).contains(new IncidentId(1042));
    assertThat(SearchWords.of("1042").number()).contains(new IncidentId(1042));
    assertThat(SearchWords.of("error 500").number()).isEmpty();
  }

  @Test
  void letters_and_digits_are_words_and_the_rest_separates_them() {
    assertThat(SearchWords.of("Database_down: 'p95' | Läuft & !").words())
        .containsExactly("database", "down", "p95", "läuft");
    assertThat(SearchWords.of(" ' & ").isEmpty()).isTrue();
  }

  @Test
  void a_whole_log_line_is_cut_to_a_few_words() {
    assertThat(SearchWords.of("a b c d e f g h i j " + "x".repeat(9_000)).words()).hasSize(8);
  }
}
