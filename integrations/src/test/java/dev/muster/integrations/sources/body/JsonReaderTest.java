package dev.muster.integrations.sources.body;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.commands.alert.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"a\":[1,-0,1.50,1e400,123456789012345678901234567890,0.1E-7]}",
        "{\"b\":{\"x\":null,\"a\":true},\"a\":[false,\"ä💾\",\"\\\"\\\\\\n\\u0001\"]}",
        "\"text\"",
        "12",
      })
  void keeps_what_was_sent(String json) {
    assertThat(read(json).asText()).isEqualTo(json.equals("\"text\"") ? "text" : json);
  }

  @Test
  void takes_the_last_of_two_values_of_one_name() {
    assertThat(read("{\"a\":1,\"b\":2,\"a\":3}").asText()).isEqualTo("{\"a\":3,\"b\":2}");
  }

  @Test
  void skips_a_byte_order_mark() {
    assertThat(read("\uFEFF{\"a\":1}").asText()).isEqualTo("{\"a\":1}");
  }

  @Test
  void cleans_names_and_values_however_the_faults_are_written() {
    var json = read("{\"a\\u0000\\ud800\":\"\\udc00b\\u0000\",\"\\\\ud800\":\"\\ud83d\\uDCBE\"}");

    assertThat(json.asText())
        .isEqualTo("{\"a\uFFFD\uFFFD\":\"\uFFFDb\uFFFD\",\"\\\\ud800\":\"💾\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                     | 1 | 1 | the body is empty",
        "` \n `                 | 1 | 1 | the body is empty",
        "{\"a\":1               | 1 | 7 | cut short",
        "`{\n \"ä\": \"x`       | 2 | 9 | cut short",
        "{\"a\":1} {}           | 1 | 9 | more after the end",
        "{\"a\":1}x             | 1 | 8 | not JSON",
        "`{\"a\":1,\n\"b\" 2}`  | 2 | 5 | expecting a colon",
        "{\"a\":1,}             | 1 | 8 | not JSON",
        "{\"a\":1]              | 1 | 7 | Unexpected close marker",
        "{\"ä\":'1'}            | 1 | 6 | not JSON",
        "{\"a\":NaN}            | 1 | 9 | not JSON",
        "{\"a\":01}             | 1 | 7 | Leading zeroes",
        "payload=%7B%7D         | 1 | 1 | not JSON",
        "<html>                 | 1 | 1 | not JSON",
      })
  void says_where_the_json_breaks(String body, int line, int column, String reason) {
    var fault = fault(body.getBytes(UTF_8));

    assertThat(fault.position()).contains(new Fault.Position(line, column));
    assertThat(fault.reason()).contains(reason).doesNotContain("StreamReadFeature", "JsonRead");
  }

  @Test
  void says_where_the_bytes_are_no_utf_8() {
    var fault = fault("{\n \"name\": \"Störung\"}".getBytes(ISO_8859_1));

    assertThat(fault.position()).contains(new Fault.Position(2, 13));
    assertThat(fault.reason()).contains("0xf6", "UTF-8");
  }

  @Test
  void refuses_utf_16_and_half_a_character_at_the_end() {
    assertThat(fault("{}".getBytes(UTF_16)).position()).contains(new Fault.Position(1, 1));
    assertThat(fault(new byte[] {'"', (byte) 0xc3}).position()).contains(new Fault.Position(1, 2));
  }

  @Test
  void refuses_values_nested_deeper_than_a_hundred_levels() {
    assertThat(read("[".repeat(100) + "]".repeat(100)).kind()).isEqualTo("an array");

    var fault = fault("[".repeat(101).getBytes(UTF_8));

    assertThat(fault.reason()).contains("deeper than 100");
    assertThat(fault.position()).isPresent();
  }

  @Test
  void refuses_more_values_than_any_sender_has() {
    var fault = fault(("[0" + ",0".repeat(1_000_000) + "]").getBytes(UTF_8));

    assertThat(fault.reason()).contains("at most a million values");
  }

  private static Json read(String json) {
    return JsonReader.read(json.getBytes(UTF_8));
  }

  private static Fault fault(byte[] body) {
    return catchThrowableOfType(UnreadableBody.class, () -> JsonReader.read(body)).fault();
  }
}
