package dev.muster.integrations.sources.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanTextTest {

  @Test
  void leaves_a_text_without_faults_as_it_is() {
    var text = "disk 97 % full 💾 on μ-1\n";

    assertThat(CleanText.of(text)).isSameAs(text);
  }

  @Test
  void replaces_every_nul() {
    assertThat(CleanText.of("\0a\0\0b\0")).isEqualTo("\uFFFDa\uFFFD\uFFFDb\uFFFD");
  }

  @Test
  void replaces_halves_of_characters_and_keeps_whole_ones() {
    assertThat(CleanText.of("\uD800a\uDC00\uD83D\uDCBE\uDCBE\uD83D"))
        .isEqualTo("\uFFFDa\uFFFD\uD83D\uDCBE\uFFFD\uFFFD");
  }

  @Test
  void cuts_to_the_length_with_an_ellipsis() {
    assertThat(CleanText.cut("12345", 5)).isEqualTo("12345");
    assertThat(CleanText.cut("123456", 5)).isEqualTo("1234…");
  }

  @Test
  void never_cuts_a_character_in_two() {
    assertThat(CleanText.cut("123💾567", 5)).isEqualTo("123…");
    assertThat(CleanText.cut("12💾567", 5)).isEqualTo("12💾…");
  }
}
