package dev.muster.bot.config.steps;

import dev.muster.integrations.http.Network;
import dev.muster.integrations.shell.Allowed;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.shape.Collected;
import dev.muster.runbooks.shape.Section;
import dev.muster.runbooks.shape.Shape;
import dev.muster.runbooks.shape.Shapes;
import dev.muster.runbooks.yaml.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads {@code steps}: what steps of runbooks may do that is off unless somebody says so. */
public final class StepAccessReader {

  private static final String PROGRAM = "the whole way to a program, such as /usr/bin/df";
  private static final String NETWORK = "a network such as 10.1.0.0/16, or one address";

  private StepAccessReader() {}

  /** Nothing, where nothing is said. */
  public static StepAccess in(Section top) {
    return top.optional(
            "steps",
            section().about("What steps of runbooks may do that is off unless it stands here."))
        .orElse(StepAccess.USUAL);
  }

  private static Shape<StepAccess> section() {
    return Section.shape(
        "what steps may do, such as {http: {allow: [10.1.0.0/16]}}",
        section ->
            new StepAccess(
                section.optional("http", http().about("Requests.")).orElse(List.of()),
                section.optional("shell", shell().about("Programs.")).orElse(List.of())));
  }

  private static Shape<List<Network>> http() {
    return Section.shape(
        "networks such as {allow: [10.1.0.0/16]}",
        section ->
            section
                .optional(
                    "allow",
                    Collected.list("networks such as [10.1.0.0/16]", network())
                        .about("Private networks that requests may go to."))
                .orElse(List.of()));
  }

  private static Shape<List<Allowed>> shell() {
    return Section.shape(
        "programs such as {allow: [/usr/local/bin/restart-worker], reads: [/usr/bin/df]}",
        section -> {
          var changing = programs(section, "allow", "Programs that may change something.");
          var reading = programs(section, "reads", "Programs that only look, whatever they get.");
          return Stream.concat(
                  changing.stream().map(it -> new Allowed(it, Effect.CHANGES)),
                  reading.stream().map(it -> new Allowed(it, Effect.READS)))
              .toList();
        });
  }

  private static List<Path> programs(Section section, String key, String about) {
    var programs = Collected.list("programs such as [/usr/bin/df]", program());
    return section.optional(key, programs.about(about)).orElse(List.of());
  }

  private static Shape<Path> program() {
    return Shapes.text()
        .where(
            StepAccessReader::isWhole,
            text -> "expected %s, found %s".formatted(PROGRAM, Words.quoted(text)))
        .map(Path::of);
  }

  private static Shape<Network> network() {
    return Shapes.text()
        .where(
            StepAccessReader::isNetwork,
            text -> "expected %s, found %s".formatted(NETWORK, Words.quoted(text)))
        .map(Network::of);
  }

  private static boolean isWhole(String text) {
    return text.indexOf('\0') < 0
        && Path.of(text).isAbsolute()
        && Path.of(text).normalize().toString().equals(text);
  }

  private static boolean isNetwork(String text) {
    try {
      return Network.of(text).bits() >= 0;
    } catch (IllegalArgumentException notOne) {
      return false;
    }
  }
}
