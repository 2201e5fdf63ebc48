package dev.muster.commands.notify;

import dev.muster.commands.alert.Recipient;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.PlainText;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentPost;
import dev.muster.commands.mail.Mail;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How an incident is told by mail: a subject that is enough on a lock screen, then what its post
 * says, where it is, and what to type.
 *
 * @param zone by whose clocks times are shown
 * @param url where people reach Muster; absent: there is no link
 */
public record IncidentMail(ZoneId zone, Optional<String> url) {

  /** The same incident, version and recipient have the same key, whenever it is written. */
  public Mail write(Incident incident, long version, Occasion occasion, To to) {
    var post = IncidentPost.render(incident);
    return new Mail(
        to.address(),
        subject(post, occasion),
        text(incident, post, to),
        key(incident, version, to));
  }

  /** Somebody and their address. */
  public record To(Recipient recipient, String address) {}

  private static String subject(Message post, Occasion occasion) {
    return occasion == Occasion.AGAIN ? "Open again: " + post.fallback() : post.fallback();
  }

  private String text(Incident incident, Message post, To to) {
    var words = post.blocks().stream().filter(block -> !(block instanceof Block.Buttons)).toList();
    var parts =
        new ArrayList<>(List.of(new PlainText(zone).render(new Message(post.fallback(), words))));
    url.map(base -> link(base, incident)).ifPresent(parts::add);
    if (incident.isOpen() && incident.state().acknowledged().isEmpty()) {
      parts.add("To take it, write in the chat: " + IncidentPost.typed("ack", incident));
    }
    incident.route().map(route -> why(route, to)).ifPresent(parts::add);
    return String.join("\n\n", parts) + "\n";
  }

  private static String link(String base, Incident incident) {
    return base.replaceAll("/+$", "") + "/incidents/" + incident.id().value();
  }

  private static String why(String route, To to) {
    return "You get this because the route \"%s\" tells %s."
        .formatted(route, to.recipient().word());
  }

  /** With when the incident was opened, since other Musters count from one too. */
  private static String key(Incident incident, long version, To to) {
    return String.join(
        ".",
        "incident-" + incident.id().value(),
        Long.toString(incident.openedAt().toEpochMilli(), Character.MAX_RADIX),
        "v" + version,
        to.recipient().word().replace(":", "-").replace(".", "=").toLowerCase(Locale.ROOT));
  }
}
