package dev.muster.bot.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bot.config.runbooks.ConfiguredRunbooks;
import dev.muster.runbooks.language.Definition;
import dev.muster.runbooks.reading.Runbooks.Others;
import dev.muster.runbooks.yaml.Place;
import dev.muster.runbooks.yaml.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The library as commands look it up. */
class StandingLibraryTest {

  private final AtomicReference<ConfiguredRunbooks> configured =
      new AtomicReference<>(with(new Lacking("vars.redis is missing")));
  private final StandingLibrary library = new StandingLibrary(configured::get);

  @Test
  void it_is_gathered_once_for_each_configuration() {
    var first = library.get();

    assertThat(first.lacking()).isEqualTo(Map.of("clear-cache", List.of("vars.redis is missing")));
    assertThat(library.get()).isSameAs(first);

    configured.set(with(new Lacking("vars.redis is empty")));

    assertThat(library.get().lacking())
        .isEqualTo(Map.of("clear-cache", List.of("vars.redis is empty")));
  }

  @Test
  void without_any_there_is_none() {
    configured.set(ConfiguredRunbooks.NONE);
    assertThat(library.get().names()).isEmpty();
    assertThat(library.get().lacking()).isEmpty();
  }

  private static ConfiguredRunbooks with(Others library) {
    var none = ConfiguredRunbooks.NONE;
    return new ConfiguredRunbooks(
        Map.of(), library, none.vars(), none.secrets(), none.staleAfter(), none.access());
  }

  /** A library of one that cannot be used yet, with a remark that forbids nothing. */
  private record Lacking(String why) implements Others {
    @Override
    public Set<String> names() {
      return Set.of("clear-cache");
    }

    @Override
    public Optional<Definition> find(String name) {
      return Optional.empty();
    }

    @Override
    public List<Problem> problems(String name) {
      var place = new Place("clear-cache.yaml", 1, 1);
      return List.of(
          new Problem(place, Problem.Kind.ERROR, why),
          new Problem(place, Problem.Kind.WARNING, "reviewed long ago"));
    }
  }
}
