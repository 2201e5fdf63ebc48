package dev.muster.bot.http.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.intake.Delivery.Ignored;
import dev.muster.commands.intake.Delivery.IgnoredAlert;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class IgnoredAlertsTest {

  private final JsonObject json = new JsonObject();

  @Test
  void are_absent_where_there_are_none() {
    IgnoredAlerts.put(json, Ignored.NONE);

    assertThat(json).isEqualTo(new JsonObject());
  }

  @Test
  void are_named_with_the_reason_and_counted() {
    IgnoredAlerts.put(json, new Ignored(12, List.of(new IgnoredAlert("a1", "was over already"))));

    assertThat(json.encode())
        .isEqualTo(
            "{\"ignored\":[{\"fingerprint\":\"a1\",\"reason\":\"was over already\"}],"
                + "\"ignoredCount\":12}");
  }
}
