package dev.muster.integrations.slack.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Message;
import dev.muster.integrations.slack.fake.blocks.Surface;
import dev.muster.integrations.slack.fake.blocks.ViewRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Files that can be pasted into Slack's Block Kit Builder. With {@code -Dmuster.golden=write} they
 * are written anew, to be looked at before they are committed.
 */
public final class Golden {

  private static final Path FOLDER =
      Path.of(
          System.getProperty("muster.root", ".."), "integrations/src/test/resources/slack/golden");

  /** Another one each time. */
  private static final Pattern DELIVERY =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");

  private static final String ANY_DELIVERY = "019d590c-1fa0-7000-8000-000000000000";

  private Golden() {}

  /** A modal or a Home tab, against which Slack has nothing. */
  public static void view(String name, JsonNode view, Surface surface) throws IOException {
    assertThat(ViewRules.problemsOf(view, surface)).isEmpty();
    same(name, Kit.pasteable(view));
  }

  /** A message, against which Slack has nothing. */
  public static void message(String name, Message message) throws IOException {
    assertThat(Kit.problems(Kit.blocks(message), Surface.MESSAGE)).isEmpty();
    same(name, DELIVERY.matcher(Kit.pasteable(message)).replaceAll(ANY_DELIVERY));
  }

  static void same(String name, String text) throws IOException {
    var file = FOLDER.resolve(name + ".json");
    if (System.getProperty("muster.golden", "").equals("write")) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, text);
    }
    assertThat(text).as("%s", file).isEqualTo(Files.readString(file));
  }
}
