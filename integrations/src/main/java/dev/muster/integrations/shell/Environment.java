package dev.muster.integrations.shell;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What a program finds in its environment: nothing of Muster's own. */
final class Environment {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");

  /** By these, a value would become a program. */
  private static final Pattern LOADING =
      Pattern.compile(
          "LD_.*|DYLD_.*|PATH|IFS|ENV|BASH_ENV|BASH_FUNC.*|SHELLOPTS|BASHOPTS|PS4|PROMPT_COMMAND"
              + "|PYTHON.*|PERL.*|RUBY.*|NODE_.*|JAVA_TOOL_OPTIONS|_JAVA_OPTIONS|JDK_JAVA_OPTIONS"
              + "|GCONV_PATH|MUSTER_.*");

  private Environment() {}

  /**
   * @param mark is in it under {@link #MARK}, and so in whatever the program starts
   * @throws IllegalArgumentException with words for the author, which quote no value
   */
  static Map<String, String> of(Map<?, ?> given, Path home, String mark) {
    var environment = new TreeMap<String, String>();
    environment.put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
    environment.put("LANG", "C.UTF-8");
    environment.put("HOME", home.toString());
    environment.put("TMPDIR", home.toString());
    given.forEach((key, value) -> {
      var name = String.valueOf(key);
      if (!NAME.matcher(name).matches() || LOADING.matcher(name).matches()) {
        throw new IllegalArgumentException(
            "env cannot have %s: choose another name.".formatted(name.replaceAll("\\W", "?")));
      }
      var text = String.valueOf(value);
      if (text.indexOf('\0') >= 0) {
        throw new IllegalArgumentException("env: %s has a NUL in it.".formatted(name));
      }
      environment.put(name, text);
    });
    environment.put(MARK, mark);
    return environment;
  }

  static final String MARK = "MUSTER_STEP";
}
