package dev.muster.bot.page;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Scripts and styles, under an address that changes with what is in them, so that browsers may keep
 * them. Thread-safe.
 */
public final class Assets {

  private static final String OURS = "/dev/muster/bot/";
  private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.8/dist/htmx.min.js";
  private static final List<String> OF_THE_CHAT =
      List.of(
          "app.js",
          "messages.js",
          "live.js",
          "unread.js",
          "composer.js",
          "sending.js",
          "dialogs.js",
          "forms.js",
          "forms.css",
          "chat.css",
          "mark.svg");
  private static final List<String> OF_THE_CONSOLE =
      List.of("console.js", "sheets.js", "console.css");

  private final Map<String, Buffer> files = new TreeMap<>();
  private final String version;

  public Assets() {
    OF_THE_CHAT.forEach(name -> add(name, OURS + "chat/assets/" + name));
    OF_THE_CONSOLE.forEach(name -> add(name, OURS + "console/assets/" + name));
    add("htmx.js", HTMX);
    version = version(files);
  }

  /** What stands before a file's name. */
  public String prefix() {
    return "/assets/" + version;
  }

  /** An older version's address, from a page of another replica, gets today's file, not kept. */
  public void serve(RoutingContext context) {
    var name = Objects.requireNonNullElse(context.pathParam("file"), "");
    var file = files.get(name);
    Guard.protect(context.response());
    if (file == null) {
      context.response().setStatusCode(404).end();
      return;
    }
    var current = version.equals(context.pathParam("version"));
    context
        .response()
        .putHeader("Content-Type", type(name))
        .putHeader("Cache-Control", current ? "public, max-age=31536000, immutable" : "no-cache")
        .end(file);
  }

  private void add(String name, String path) {
    if (files.put(name, read(path)) != null) {
      throw new IllegalStateException("two files are called " + name);
    }
  }

  private static String type(String name) {
    var kind = name.substring(name.lastIndexOf('.') + 1);
    return switch (kind) {
      case "css" -> "text/css; charset=utf-8";
      case "svg" -> "image/svg+xml";
      default -> "text/javascript; charset=utf-8";
    };
  }

  private static Buffer read(String path) {
    try (var in = Assets.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + path);
      }
      return Buffer.buffer(in.readAllBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String version(Map<String, Buffer> files) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      files.forEach((name, file) -> {
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update(file.getBytes());
      });
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
