package dev.muster.runbooks.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Parses one YAML 1.2 document, bounded in size, depth and aliases; never throws for what the text
 * says. Stateless and thread-safe.
 */
public final class Yaml {

  static final String REST = " (the rest of the file was not read)";

  private Yaml() {}

  /** The document's root; nothing after a problem that leaves no tree to read, or when empty. */
  public static Optional<Node> parse(String file, String text, Problems problems) {
    return parse(file, text, false, problems);
  }

  /** The same where {@code <<} lays a mapping under another, as in YAML 1.1. */
  public static Optional<Node> parseMerging(String file, String text, Problems problems) {
    return parse(file, text, true, problems);
  }

  private static Optional<Node> parse(String file, String text, boolean merges, Problems problems) {
    if (!YamlText.isPrintable(file, text, problems)) {
      return Optional.empty();
    }
    try {
      return composed(file, text, merges, problems);
    } catch (MarkedYamlEngineException e) {
      problems.add(SyntaxFault.place(file, e), SyntaxFault.message(text, e) + REST);
    } catch (Unreadable e) {
      problems.add(e.problem().place(), e.problem().message() + REST);
    } catch (YamlVersionException _) {
      problems.add(Place.wholeOf(file), "this is not YAML 1.2; delete the line `%YAML …`");
    } catch (YamlEngineException e) {
      problems.add(Place.wholeOf(file), "this is not YAML: " + e.getMessage());
    }
    return Optional.empty();
  }

  private static Optional<Node> composed(
      String file, String text, boolean merges, Problems problems) {
    var settings =
        LoadSettings.builder()
            .setLabel(file)
            .setSchema(new CoreSchema())
            .setCodePointLimit(YamlText.LARGEST)
            .build();
    var events = new Parse(settings).parseString(text).iterator();
    var root = new Composer(file, events, merges, problems).document();
    if (root.isEmpty()) {
      problems.add(Place.wholeOf(file), "empty; copy a sample and change it to yours");
    }
    return root;
  }
}
