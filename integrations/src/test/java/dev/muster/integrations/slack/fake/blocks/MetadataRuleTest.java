package dev.muster.integrations.slack.fake.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.integrations.slack.fake.model.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataRuleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'event_type':'reply','event_payload':{}} |",
        "{'event_type':'reply','event_payload':{'a':1,'b':{'c':true},'d':[{'e':'f'}]}} |",
        "{} |",
        "[] | invalid_metadata_format",
        "{'event_type':'reply'} | invalid_metadata_format",
        "{'event_payload':{}} | invalid_metadata_format",
        "{'event_type':'','event_payload':{}} | invalid_metadata_format",
        "{'event_type':'re ply','event_payload':{}} | invalid_metadata_format",
        "{'event_type':'reply','event_payload':[]} | invalid_metadata_format",
        "{'event_type':'reply','event_payload':{'a':null}} | invalid_metadata_schema",
        "{'event_type':'reply','event_payload':{'a':{'b':{}}}} | invalid_metadata_schema",
      })
  void metadata_has_a_type_and_a_flat_payload(String metadata, String error) {
    var read = Json.parse(metadata.replace('\'', '"')).orElseThrow();
    assertThat(MetadataRule.errorOf(read).orElse(null)).isEqualTo(error);
  }

  @Test
  void metadata_is_small() {
    var metadata = Json.object().put("event_type", "reply");
    metadata.putObject("event_payload").put("a", "x".repeat(8_000));
    assertThat(MetadataRule.errorOf(metadata)).contains("metadata_too_large");
  }
}
