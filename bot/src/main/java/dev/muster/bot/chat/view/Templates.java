package dev.muster.bot.chat.view;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The templates of the built-in chat. Everything is escaped, and a name that the model lacks is an
 * error. Thread-safe.
 */
public final class Templates {

  private final PebbleEngine engine;

  public Templates() {
    var loader = new ClasspathLoader(Templates.class.getClassLoader());
    loader.setPrefix("dev/muster/bot/chat/templates");
    loader.setSuffix(".html");
    engine =
        new PebbleEngine.Builder()
            .loader(loader)
            .strictVariables(true)
            .autoEscaping(true)
            .defaultLocale(Locale.ENGLISH)
            .build();
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
