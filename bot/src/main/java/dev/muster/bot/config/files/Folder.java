package dev.muster.bot.config.files;

import dev.muster.runbooks.yaml.Place;
import dev.muster.runbooks.yaml.Problems;
import dev.muster.runbooks.yaml.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The folder of a configuration. Reads at each call. */
public record Folder(Path home) {

  private static final int MOST_FILES = 200;

  /** All of its texts that can be read; the others are told. */
  public ConfigFiles read(Problems problems) {
    var texts = new TreeMap<String, String>();
    if (!Files.isRegularFile(home.resolve(ConfigFiles.MAIN))) {
      problems.add(Place.wholeOf(missing().toString()), whyMissing());
      return new ConfigFiles(shown(), texts);
    }
    var found =
        Stream.of(
                Stream.of(home.resolve(ConfigFiles.MAIN)),
                in(home.resolve(ConfigFiles.PARTS), ".yaml", problems),
                in(home.resolve(ConfigFiles.RUNBOOKS), ".yaml", problems),
                in(home, ".ics", problems))
            .flatMap(files -> files)
            .toList();
    for (var file : found) {
      YamlText.of(file, problems).ifPresent(text -> texts.put(path(file), text));
    }
    tellOtherEndings(home.resolve(ConfigFiles.PARTS), problems);
    tellOtherEndings(home.resolve(ConfigFiles.RUNBOOKS), problems);
    return new ConfigFiles(shown(), texts);
  }

  private Stream<Path> in(Path folder, String ending, Problems problems) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    var files = named(folder, ending, problems);
    if (files.size() > MOST_FILES) {
      problems.add(
          Place.wholeOf(folder.toString()), "more than 200 files; is it the right folder?");
      return Stream.empty();
    }
    return files.stream();
  }

  private static List<Path> named(Path folder, String ending, Problems problems) {
    try (var files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> isNamed(file, ending))
          .sorted()
          .toList();
    } catch (IOException e) {
      problems.add(Place.wholeOf(folder.toString()), "cannot be read; check its permissions");
      return List.of();
    }
  }

  /** A file that would be passed over in silence is most likely a mistake. */
  private static void tellOtherEndings(Path folder, Problems problems) {
    if (Files.isDirectory(folder)) {
      named(folder, ".yml", problems)
          .forEach(file ->
              problems.add(
                  Place.wholeOf(file.toString()),
                  "is not read; rename it so that it ends in .yaml"));
    }
  }

  private static boolean isNamed(Path file, String ending) {
    var name = file.getFileName().toString();
    return name.endsWith(ending) && !name.startsWith(".");
  }

  private String path(Path file) {
    return home.relativize(file).toString().replace('\\', '/');
  }

  private String shown() {
    return home + "/";
  }

  private Path missing() {
    return Files.isDirectory(home) ? home.resolve(ConfigFiles.MAIN) : home;
  }

  private String whyMissing() {
    if (Files.isRegularFile(home)) {
      return "a file; give the folder in which muster.yaml lies";
    }
    if (!Files.isDirectory(home)) {
      return "there is no such folder; check the path, or make it and put a muster.yaml there";
    }
    return Files.exists(home.resolve("muster.yml"))
        ? "not there, but muster.yml is; rename it to muster.yaml"
        : "there is no such file; copy runbooks/samples/learnhub/muster.yaml and make it yours";
  }
}
