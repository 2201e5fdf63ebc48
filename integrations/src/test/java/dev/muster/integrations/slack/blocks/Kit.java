package dev.muster.integrations.slack.blocks;

import com.slack.api.util.json.GsonFactory;
import dev.muster.commands.chat.Message;
import dev.muster.integrations.slack.fake.blocks.BlockRules;
import dev.muster.integrations.slack.fake.blocks.Surface;
import java.time.ZoneId;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Messages as JSON, as it goes over the wire. */
public final class Kit {

  public static final BlockKit KIT = new BlockKit(ZoneId.of("Africa/Nairobi"));

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Kit() {}

  static JsonNode blocks(Message message) {
    return json(KIT.message(message).blocks());
  }

  static JsonNode view(Message message) {
    return json(KIT.view(message));
  }

  /** What Slack has against them. */
  static List<String> problems(JsonNode blocks, Surface surface) {
    return BlockRules.problemsOf(blocks, surface);
  }

  /** To be pasted into Block Kit Builder. */
  static String pasteable(Message message) {
    var all = MAPPER.createObjectNode();
    all.set("blocks", blocks(message));
    return pasteable(all);
  }

  /** The same of a modal or a Home tab. */
  public static String pasteable(JsonNode all) {
    return MAPPER.writeValueAsString(all) + "\n";
  }

  public static JsonNode json(Object blocks) {
    return MAPPER.readTree(GsonFactory.createSnakeCase().toJson(blocks));
  }
}
