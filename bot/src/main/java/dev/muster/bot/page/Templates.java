package dev.muster.bot.page;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.loader.DelegatingLoader;
import io.pebbletemplates.pebble.loader.Loader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The templates of the chat, of the console and of the login. Everything is escaped, and a name
 * that the model lacks is an error. Thread-safe.
 */
public final class Templates {

  private final PebbleEngine engine;

  public Templates() {
    engine =
        new PebbleEngine.Builder()
            .loader(
                new DelegatingLoader(List.of(loader("chat"), loader("console"), loader("login"))))
            .strictVariables(true)
            .autoEscaping(true)
            .defaultLocale(Locale.ENGLISH)
            .build();
  }

  private static Loader<String> loader(String part) {
    var loader = new ClasspathLoader(Templates.class.getClassLoader());
    loader.setPrefix("dev/muster/bot/" + part + "/templates");
    loader.setSuffix(".html");
    return loader;
  }

  public String render(String template, Map<String, ?> model) {
    var page = new StringWriter();
    try {
      engine.getTemplate(template).evaluate(page, new HashMap<>(model));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return page.toString();
  }
}
