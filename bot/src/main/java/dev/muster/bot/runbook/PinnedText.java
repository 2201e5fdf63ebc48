package dev.muster.bot.runbook;

import dev.muster.bot.config.Config;
import dev.muster.runbooks.kind.Kinds;
import dev.muster.runbooks.language.Definition;
import dev.muster.runbooks.reading.Available;
import dev.muster.runbooks.reading.Runbooks;
import dev.muster.runbooks.yaml.Problems;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the text that a run began with. It was checked then: roles and variables that the
 * configuration does not have any more are no mistake of it, they only lead nowhere.
 */
record PinnedText(Kinds kinds, Supplier<Config> config, InstantSource clock) {

  private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

  Optional<Definition> read(String file, String text) {
    var words = words(text);
    var vars = new HashSet<>(config.get().runbooks().vars().keySet());
    vars.addAll(words);
    var today = LocalDate.ofInstant(clock.instant(), config.get().zone());
    var around = new Available(kinds, vars, words, words, today);
    return new Runbooks(around).one(file, text, new Problems());
  }

  /** Whatever may be a name in it. */
  private static Set<String> words(String text) {
    return WORD.matcher(text).results().map(found -> found.group()).collect(Collectors.toSet());
  }
}
