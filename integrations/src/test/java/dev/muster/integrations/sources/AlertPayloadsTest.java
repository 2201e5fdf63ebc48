package dev.muster.integrations.sources;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.muster.commands.alert.AlertSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bodies in a folder and what its index.json expects of them: the project's own, and those of
 * {@code -Dmuster.payloads=DIR}. What a case does not expect is not compared.
 */
class AlertPayloadsTest {

  /** Names of the index that are prose, or are looked at by themselves. */
  private static final List<String> NOT_COMPARED = List.of("dedup", "eventType", "resource");

  @TestFactory
  Stream<DynamicTest> own_cases() throws IOException {
    return tests(PayloadCase.own());
  }

  @TestFactory
  Stream<DynamicTest> given_cases() throws IOException {
    var root = Path.of(System.getProperty("muster.root", ".."));
    var folder =
        root.resolve(System.getProperty("muster.payloads", "../shared/cases/payloads")).normalize();
    return Files.isDirectory(folder)
        ? tests(PayloadCase.in(folder))
        : Stream.of(DynamicTest.dynamicTest("none given", () -> skip(folder)));
  }

  private static void skip(Path folder) {
    abort("no cases in " + folder + "; give -Dmuster.payloads=DIR");
  }

  private static Stream<DynamicTest> tests(List<PayloadCase> cases) {
    var notBuilt =
        cases.stream()
            .map(PayloadCase::source)
            .filter(source -> Sources.find(source).isEmpty())
            .collect(groupingBy(source -> source, TreeMap::new, counting()));
    if (!notBuilt.isEmpty()) {
      System.out.println("AlertPayloadsTest skips cases of sources not built yet: " + notBuilt);
    }
    return cases.stream()
        .flatMap(payload -> Sources.find(payload.source()).map(of -> test(payload, of)).stream());
  }

  private static DynamicTest test(PayloadCase payload, AlertSource source) {
    return DynamicTest.dynamicTest(
        payload.name(), payload.file().toUri(), () -> check(payload, source));
  }

  private static void check(PayloadCase payload, AlertSource source) {
    var expected = (ObjectNode) payload.expected().deepCopy();
    var fingerprints = expected.path("dedup").path("fingerprints");
    expected.remove(NOT_COMPARED);

    var result = PayloadResult.of(source, payload.body());

    var compared = JsonMapper.shared().createObjectNode();
    expected.propertyNames().forEach(name -> compared.set(name, result.path(name)));
    assertThat(result.has("fault")).as(result.toString()).isEqualTo(expected.has("fault"));
    assertThat(compared).isEqualTo(expected);
    assertThat(result.path("fingerprints").valueStream()).containsAll(fingerprints.values());
  }
}
