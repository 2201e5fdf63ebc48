package dev.muster.integrations.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;

/** What a test cannot do without: on a desk it is skipped then, in CI it fails. */
public final class Installed {

  private Installed() {}

  public static <T> T orSkipped(Optional<T> found, String what, String debianPackage) {
    var word = "%s is missing: apt-get install %s".formatted(what, debianPackage);
    if ("true".equals(System.getenv("CI"))) {
      assertThat(found).as(word).isPresent();
    }
    assumeTrue(found.isPresent(), word);
    return found.orElseThrow();
  }
}
