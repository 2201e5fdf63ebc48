package dev.muster.integrations.slack.fake.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The methods of {@code slack/methods.txt}. */
final class MethodTable {

  private final Map<String, MethodSpec> specs = new HashMap<>();

  MethodTable() {
    try (var table = MethodTable.class.getResourceAsStream("/slack/methods.txt")) {
      var text = new String(table.readAllBytes(), StandardCharsets.UTF_8);
      text.lines().filter(it -> it.contains("|")).forEach(this::read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<MethodSpec> find(String name) {
    return Optional.ofNullable(specs.get(name));
  }

  private void read(String line) {
    var cells = line.split("\\|", -1);
    var name = cells[0].strip();
    var rights = new MethodSpec.Rights(words(cells[2]), name.endsWith("*"));
    name = name.replace("*", "");
    var tier = Tier.named(cells[1].strip());
    specs.put(name, new MethodSpec(name, tier, rights, words(cells[3]), words(cells[4])));
  }

  private static Set<String> words(String cell) {
    return cell.isBlank() ? Set.of() : new HashSet<>(List.of(cell.strip().split(" +")));
  }
}
