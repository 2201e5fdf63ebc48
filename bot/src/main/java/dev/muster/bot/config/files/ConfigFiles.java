package dev.muster.bot.config.files;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The texts of a configuration by their path in its folder: {@code muster.yaml}, {@code
 * conf.d/*.yaml}, {@code runbooks/*.yaml} and the calendars beside it. No secret is among them.
 * Immutable.
 *
 * @param folder how messages name the folder; empty where the texts came from elsewhere
 */
public record ConfigFiles(String folder, Map<String, String> texts) {

  public static final String MAIN = "muster.yaml";
  static final String PARTS = "conf.d/";
  static final String RUNBOOKS = "runbooks/";

  public ConfigFiles {
    texts = Collections.unmodifiableMap(new TreeMap<>(texts));
  }

  /** The one file that many teams have. */
  public static ConfigFiles of(String file, String text) {
    return new ConfigFiles(file.substring(0, file.lastIndexOf(MAIN)), Map.of(MAIN, text));
  }

  public Optional<String> text(String path) {
    return Optional.ofNullable(texts.get(path));
  }

  /** Those of {@code conf.d} in the order of their names. */
  public List<String> parts() {
    return texts.keySet().stream().filter(path -> path.startsWith(PARTS)).toList();
  }

  /** In the order of their names. */
  public List<String> runbooks() {
    return texts.keySet().stream().filter(path -> path.startsWith(RUNBOOKS)).toList();
  }

  public List<String> calendars() {
    return texts.keySet().stream().filter(path -> path.endsWith(".ics")).toList();
  }

  /** The path as messages show it. */
  public String shown(String path) {
    return folder + path;
  }

  /** The same for the same texts, wherever they lie. */
  public String hash() {
    var digest = sha256();
    texts.forEach((path, text) -> {
      update(digest, path);
      update(digest, text);
    });
    return HexFormat.of().formatHex(digest.digest());
  }

  /** With its length before it, so that no other texts look the same. */
  private static void update(MessageDigest digest, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
