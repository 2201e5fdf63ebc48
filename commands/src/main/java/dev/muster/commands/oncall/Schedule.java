package dev.muster.commands.oncall;

import java.time.ZoneId;
import java.util.List;

/**
 * Who is to be on call, such as {@code primary}.
 *
 * @param zone whose clock the handoffs follow
 * @param layers in the order of the configuration
 */
public record Schedule(String name, ZoneId zone, List<Layer> layers) {

  public Schedule {
    layers = List.copyOf(layers);
    if (name.isBlank() || layers.isEmpty()) {
      throw new IllegalArgumentException("a schedule needs a name and a layer");
    }
  }
}
