package dev.muster.bot.chat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Asks axe-core what would keep somebody who hears or zooms a page from using it. */
public final class Axe {

  private static final String SOURCE = source();
  private static final String SERIOUS =
      """
      async () => (await axe.run()).violations
        .filter(it => ["serious", "critical"].includes(it.impact))
        .map(it => it.id + ": " + it.nodes.map(node => node.html).join(" | "))
      """;

  private Axe() {}

  /** The serious faults of the page as it is now. */
  public static List<?> faults(Page page) {
    page.evaluate(SOURCE);
    return (List<?>) page.evaluate(SERIOUS);
  }

  private static String source() {
    var path = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    try (var in = Objects.requireNonNull(Axe.class.getResourceAsStream(path))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
