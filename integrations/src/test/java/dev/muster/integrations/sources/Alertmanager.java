package dev.muster.integrations.sources;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.alert.AlertBatch;
import dev.muster.commands.alert.AlertEvent;
import dev.muster.commands.alert.AlertSource.Reading;
import dev.muster.commands.alert.Fault;

/** Short ways to say what an Alertmanager sends, and what was read of it. */
final class Alertmanager {

  private static final AlertmanagerSource SOURCE = new AlertmanagerSource();

  private Alertmanager() {}

  /** The only alert of a version 4 body, given by its members. */
  static AlertEvent alert(String members) {
    var alerts = batch("{\"version\":\"4\",\"alerts\":[{" + members + "}]}").alerts();
    assertThat(alerts).hasSize(1);
    return alerts.getFirst();
  }

  /** The only alert, with its labels given by their members. */
  static AlertEvent labelled(String labels) {
    return alert("\"status\":\"firing\",\"labels\":{" + labels + "}");
  }

  /** The only alert, with its annotations given by their members. */
  static AlertEvent annotated(String annotations) {
    return alert("\"labels\":{\"alertname\":\"DiskFull\"},\"annotations\":{" + annotations + "}");
  }

  static AlertBatch batch(String body) {
    return switch (SOURCE.read(body.getBytes(UTF_8))) {
      case Reading.Readable(var batch) -> batch;
      case Reading.Unreadable(var fault) -> throw new AssertionError(fault.describe());
    };
  }

  static Fault fault(String body) {
    return switch (SOURCE.read(body.getBytes(UTF_8))) {
      case Reading.Readable(var batch) -> throw new AssertionError("was read: " + batch);
      case Reading.Unreadable(var fault) -> fault;
    };
  }
}
