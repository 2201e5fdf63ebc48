package dev.muster.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drivers of the benchmarks are no part of the build, and fit the classes that they call. */
class BenchTest {

  @TempDir Path classes;

  @Test
  void the_drivers_of_the_benchmarks_compile() throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var words = new StringWriter();
    var options = List.of("-proc:none", "-Xlint:all", "-Werror", "-d", classes.toString());
    try (var files = compiler.getStandardFileManager(null, null, null);
        var sources = Files.list(Path.of("bench"))) {
      var drivers = sources.filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(drivers).isNotEmpty();
      var units = files.getJavaFileObjectsFromPaths(drivers);
      compiler.getTask(words, files, null, options, null, units).call();
    }
    assertThat(words.toString()).isEmpty();
  }
}
