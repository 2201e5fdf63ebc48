package dev.muster.commands.oncall;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What other projects' tests expect of rotations and clocks, from {@code -Dmuster.cases=FILE}. */
class OnCallCasesTest {

  @TestFactory
  Stream<DynamicTest> given_cases() {
    var root = Path.of(System.getProperty("muster.root", ".."));
    var file =
        root.resolve(System.getProperty("muster.cases", "../shared/cases/oncall.json")).normalize();
    return Files.isRegularFile(file)
        ? tests(JsonMapper.shared().readTree(file).valueStream().toList())
        : Stream.of(DynamicTest.dynamicTest("none given", () -> skip(file)));
  }

  private static void skip(Path file) {
    abort("no cases in " + file + "; give -Dmuster.cases=FILE");
  }

  private static Stream<DynamicTest> tests(List<JsonNode> cases) {
    var notBuilt =
        cases.stream()
            .map(OnCallCasesTest::type)
            .filter(type -> !RotationCase.TYPES.contains(type) && !type.equals(ClockCase.TYPE))
            .collect(groupingBy(type -> type, TreeMap::new, counting()));
    if (!notBuilt.isEmpty()) {
      System.out.println("OnCallCasesTest skips cases of types not built yet: " + notBuilt);
    }
    return cases.stream().filter(it -> !notBuilt.containsKey(type(it))).map(OnCallCasesTest::test);
  }

  private static DynamicTest test(JsonNode json) {
    var name = json.path("id").asString() + " " + json.path("description").asString();
    return DynamicTest.dynamicTest(
        name,
        () -> {
          if (type(json).equals(ClockCase.TYPE)) {
            ClockCase.of(json).check();
          } else {
            RotationCase.of(json).check();
          }
        });
  }

  private static String type(JsonNode json) {
    return json.path("type").asString();
  }
}
