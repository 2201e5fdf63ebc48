package dev.muster.runbooks.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestWordsTest {

  private static final List<String> VERBS =
      List.of("ack", "assign", "list", "note", "reopen", "resolve", "severity", "show", "status");

  @Test
  void a_letter_left_out_is_found() {
    assertThat(NearestWords.nearest("ak", VERBS)).containsExactly("ack");
  }

  @Test
  void two_letters_in_the_wrong_order_are_one_slip() {
    assertThat(NearestWords.nearest("akc", VERBS)).containsExactly("ack");
    assertThat(NearestWords.nearest("resovle", VERBS)).startsWith("resolve");
  }

  @Test
  void what_the_word_begins_comes_before_what_it_resembles() {
    assertThat(NearestWords.nearest("re", List.of("are", "resolve", "reopen")))
        .containsExactly("reopen", "resolve", "are");
  }

  @Test
  void a_longer_word_finds_the_short_one_that_it_begins_with() {
    assertThat(NearestWords.nearest("acknowledge", VERBS)).containsExactly("ack");
  }

  @Test
  void case_and_joints_are_no_difference() {
    assertThat(NearestWords.nearest("group_by", List.of("groupBy", "group"))).startsWith("groupBy");
    assertThat(NearestWords.nearest("ACK", VERBS)).containsExactly("ack");
  }

  @Test
  void at_most_three_are_named_and_the_nearest_is_first() {
    assertThat(NearestWords.nearest("shwo", List.of("shop", "shows", "show", "shot", "slow")))
        .hasSize(1)
        .startsWith("show");
    assertThat(NearestWords.nearest("chanels", List.of("channel", "channels", "panels", "chapel")))
        .hasSize(3)
        .startsWith("channels");
  }

  @Test
  void nothing_near_is_nothing_named() {
    assertThat(NearestWords.nearest("banana", VERBS)).isEmpty();
    assertThat(NearestWords.nearest(" ", VERBS)).isEmpty();
    assertThat(NearestWords.nearest("x".repeat(10_000), VERBS)).isEmpty();
  }

  @Test
  void a_known_word_needs_no_other() {
    assertThat(NearestWords.nearest("ack", VERBS)).isEmpty();
  }
}
