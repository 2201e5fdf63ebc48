package dev.muster.integrations.postgres;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.argument.Argument;

/**
 * Which chats show which incidents: those that have every channel, and those that have the channels
 * that the configuration gives them now. What is in a chat already stays up to date there.
 *
 * @param everywhere chats that have every channel
 * @param partly chats that have some channels
 * @param channels by our names for them and by chat, of the latter
 */
public record Mirrors(
    List<String> everywhere, List<String> partly, Supplier<List<Mirror>> channels) {

  public Mirrors {
    everywhere = List.copyOf(everywhere);
    partly = List.copyOf(partly);
  }

  /** A channel and a chat that has it. */
  public record Mirror(String channel, String platform) {}

  /** Chats of which each has every channel. */
  public static Mirrors everywhere(List<String> platforms) {
    return new Mirrors(platforms, List.of(), List::of);
  }

  /** The chats that have a channel of ours. */
  public Set<String> showing(String channel) {
    var some = channels.get().stream().filter(mirror -> mirror.channel().equals(channel));
    return Stream.concat(everywhere.stream(), some.map(Mirror::platform))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Selects {@code id} and {@code platform} of all that is to be shown.
   *
   * @param ids the expression for the incidents' ids, an array
   */
  public String places(String ids) {
    var everyChannel =
        "select id, platform from unnest(%s) as id cross join unnest(:everywhere) as platform"
            .formatted(ids);
    return partly.isEmpty()
        ? everyChannel
        : everyChannel
            + """
             union
            select incident.id, mirror.platform
            from incident join unnest(:mirrorChannels, :mirrorPlatforms) as mirror (channel, platform)
              on mirror.channel = incident.channel
            where incident.id = any(%1$s)
            union
            select incident_id, platform from incident_post
            where incident_id = any(%1$s) and platform = any(:partly)
            """
                .formatted(ids);
  }

  /** Those that {@link #places} needs. */
  public Map<String, Argument> parameters() {
    var all = new Columns<>(everywhere).texts(platform -> platform);
    if (partly.isEmpty()) {
      return Map.of("everywhere", all);
    }
    var mirrors = new Columns<>(channels.get());
    return Map.of(
        "everywhere", all,
        "partly", new Columns<>(partly).texts(platform -> platform),
        "mirrorChannels", mirrors.texts(Mirror::channel),
        "mirrorPlatforms", mirrors.texts(Mirror::platform));
  }
}
