package dev.muster.bot.endtoend;

import io.vertx.core.json.JsonArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The Dockerfile, read as Docker does: instructions, each on one line or on lines that end in \.
 */
record ContainerFile(List<String> instructions) {

  static final Path ROOT = Path.of("..");
  private static final Pattern ARRAY = Pattern.compile("\\[.*]$");
  private static final Pattern CLIENT = Pattern.compile("install .*postgresql-client-(\\d+)");
  private static final Pattern FLAG = Pattern.compile("--\\S+\\s+");

  static ContainerFile read() throws IOException {
    var text = Files.readString(ROOT.resolve("Dockerfile"));
    var lines = text.lines().filter(line -> !line.startsWith("#")).toList();
    var joined = String.join("\n", lines).replaceAll("\\\\\n\\s*", "");
    return new ContainerFile(joined.lines().filter(line -> !line.isBlank()).toList());
  }

  /** What is copied from the folder of the build, and not from another stage. */
  List<Path> sources() {
    var sources = new ArrayList<Path>();
    all("COPY")
        .filter(copy -> !copy.contains("--from="))
        .map(copy -> FLAG.matcher(copy).replaceAll("").split("\\s+"))
        .forEach(words -> {
          for (var i = 0; i < words.length - 1; i++) {
            sources.add(ROOT.resolve(words[i]));
          }
        });
    return sources;
  }

  /** Which release of PostgreSQL's client it has; nothing where it has none. */
  Optional<Integer> postgresClient() {
    return all("RUN")
        .flatMap(run -> CLIENT.matcher(run).results())
        .map(found -> Integer.valueOf(found.group(1)))
        .findFirst();
  }

  /** What a container runs that is told nothing else. */
  List<String> command() {
    var command = new ArrayList<>(array("ENTRYPOINT"));
    command.addAll(array("CMD"));
    return command;
  }

  /** What the build runs to have the JVM take its notes. */
  List<String> rehearsal() {
    return array("RUN");
  }

  List<String> healthCheck() {
    return array("HEALTHCHECK");
  }

  Map<String, String> environment() {
    var environment = new TreeMap<String, String>();
    all("ENV")
        .flatMap(line -> Stream.of(line.split("\\s+")))
        .map(pair -> pair.split("=", 2))
        .forEach(pair -> environment.put(pair[0], pair[1]));
    return environment;
  }

  /** The last of them, with nothing of its name. */
  String last(String instruction) {
    return all(instruction).reduce((_, later) -> later).orElseThrow();
  }

  private List<String> array(String instruction) {
    var found = ARRAY.matcher(last(instruction));
    if (!found.find()) {
      throw new AssertionError(instruction + " is no array, so a shell would stand between");
    }
    return new JsonArray(found.group()).stream().map(String.class::cast).toList();
  }

  private Stream<String> all(String instruction) {
    return instructions.stream()
        .filter(line -> line.startsWith(instruction + " "))
        .map(line -> line.substring(instruction.length()).strip());
  }
}
