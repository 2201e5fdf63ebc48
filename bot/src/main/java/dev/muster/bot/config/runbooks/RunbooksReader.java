package dev.muster.bot.config.runbooks;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.muster.bot.config.files.ConfigFiles;
import dev.muster.bot.config.steps.StepAccess;
import dev.muster.bot.config.steps.StepAccessReader;
import dev.muster.runbooks.engine.port.Surroundings;
import dev.muster.runbooks.kind.Kinds;
import dev.muster.runbooks.language.Definition;
import dev.muster.runbooks.reading.Available;
import dev.muster.runbooks.reading.Runbooks;
import dev.muster.runbooks.shape.Collected;
import dev.muster.runbooks.shape.Durations;
import dev.muster.runbooks.shape.Section;
import dev.muster.runbooks.shape.Shape;
import dev.muster.runbooks.shape.Shapes;
import dev.muster.runbooks.yaml.Problems;
import dev.muster.runbooks.yaml.Words;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the runbooks that lie beside a configuration, and what it gives them. */
public record RunbooksReader(Function<StepAccess, Kinds> kinds, LocalDate today) {

  private static final Shape<String> VARIABLE =
      Shapes.text(
          "the name of a variable such as ADMIN_TOKEN", Pattern.compile("[A-Z_][A-Z0-9_]*"));
  private static final Pattern OF_MUSTER =
      Pattern.compile(
          "(MUSTER|SLACK|DISCORD)_.*|DATABASE_URL|REDIS_URL|SMTP_URL|KUBECONFIG|"
              + "AWS_(ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN)");

  /** The names that the configuration declares are known even where their values are broken. */
  public ConfiguredRunbooks in(
      Section top, List<String> roles, ConfigFiles files, Problems problems) {
    var vars = top.optional("vars", vars()).orElse(Map.of());
    var secrets =
        top.optional(
                "secrets",
                Section.shape("{allow: [ADMIN_TOKEN]}", RunbooksReader::allowed)
                    .about("What runbooks may be given."))
            .orElse(Set.of());
    var staleAfter =
        top.optional(
                "runbooks",
                Section.shape("{staleAfter: 180d}", RunbooksReader::staleAfter)
                    .about("What goes for all runbooks."))
            .orElse(Surroundings.STALE_AFTER);
    var access = StepAccessReader.in(top);
    var around =
        new Available(
            kinds.apply(access),
            Set.copyOf(top.namesIn("vars")),
            Set.copyOf(roles),
            secrets,
            Set.copyOf(top.namesIn("channels")),
            today);
    var reader = new Runbooks(around);
    var library = new Library(reader);
    var texts = new TreeMap<String, String>();
    files
        .runbooks()
        .forEach(path -> files.text(path).ifPresent(text -> texts.put(files.shown(path), text)));
    var own = reader.read(texts, library, problems);
    return new ConfiguredRunbooks(own, library, vars, secrets, staleAfter, access);
  }

  /** The names of all that there are; a broken one counts by that of its file. */
  public static Set<String> names(ConfiguredRunbooks runbooks, ConfigFiles files) {
    var read = runbooks.own().values().stream().map(Definition::file).collect(toUnmodifiableSet());
    var names = new TreeSet<>(runbooks.library().names());
    names.addAll(runbooks.own().keySet());
    files.runbooks().stream()
        .filter(path -> !read.contains(files.shown(path)))
        .map(path -> path.replaceFirst(".*/", "").replaceFirst("[.]ya?ml$", ""))
        .forEach(names::add);
    return names;
  }

  private static Duration staleAfter(Section section) {
    var days =
        Durations.duration()
            .where(
                length -> length.compareTo(Duration.ofDays(1)) >= 0,
                length -> "less than a day makes every runbook stale; write 180d, or another time")
            .about("How old a review may be before it is said aloud; 180d unless said.");
    return section.optional("staleAfter", days).orElse(Surroundings.STALE_AFTER);
  }

  private static Shape<Map<String, String>> vars() {
    return Collected.named("variables", _ -> Shapes.text())
        .about("What runbooks use as ${{ vars.NAME }}.");
  }

  private static Set<String> allowed(Section section) {
    var variable =
        VARIABLE.where(
            name -> !OF_MUSTER.matcher(name).matches(),
            name ->
                Words.quoted(name) + " is Muster's own, which no runbook is given; take it out");
    return Set.copyOf(
        section
            .optional(
                "allow",
                Collected.list("names of variables such as [ADMIN_TOKEN]", variable)
                    .about("Which variables of the environment runbooks may be given."))
            .orElse(List.of()));
  }
}
