package dev.muster.integrations.slack.fake.blocks;

import tools.jackson.databind.JsonNode;

/** Images, as blocks and inside of others. */
final class ImageRule {

  private ImageRule() {}

  static void check(JsonNode image, String pointer, Problems problems) {
    problems.requires(image, "alt_text", pointer);
    problems.limits(image, "alt_text", 2000, pointer);
    if (!image.has("slack_file") && problems.requires(image, "image_url", pointer)) {
      problems.limits(image, "image_url", 3000, pointer);
    }
    TextRule.plain(2000).checkMember(image, "title", pointer, problems);
  }
}
