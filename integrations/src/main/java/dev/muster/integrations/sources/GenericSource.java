package dev.muster.integrations.sources;

import dev.muster.commands.alert.AlertSource;
import dev.muster.integrations.sources.body.FormBody;
import dev.muster.integrations.sources.body.JsonBody;
import dev.muster.integrations.sources.mapping.MappedBody;
import dev.muster.integrations.sources.mapping.Mapping;
import dev.muster.integrations.sources.mapping.ReadyMappings;
import java.util.Optional;

/**
 * Any JSON, or a form, by a mapping from the configuration, or by the ready mapping that fits the
 * body: Grafana OnCall's formatted webhook, GoAlert's generic API, and the names that most people
 * choose by themselves.
 */
public final class GenericSource implements AlertSource {

  public static final String NAME = "generic";

  private final Optional<Mapping> mapping;

  GenericSource() {
    this.mapping = Optional.empty();
  }

  public GenericSource(Mapping mapping) {
    this.mapping = Optional.of(mapping);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Reading read(byte[] body) {
    return JsonBody.read(
        FormBody.toJson(body),
        json -> MappedBody.read(json, mapping.orElseGet(() -> ReadyMappings.fitting(json))));
  }
}
