package dev.muster.integrations.postgres.incident;

import dev.muster.commands.alert.Recipient;
import dev.muster.commands.incident.IncidentId;
import java.util.regex.Pattern;

/** One mail of an incident: which of its versions is told, and to whom. */
public record MailId(IncidentId incident, long version, String recipient) {

  private static final Pattern INSTANCE = Pattern.compile("(\\d+):v(\\d+):(.+)/mail");

  /** From the id of its work. */
  public static MailId of(String instance) {
    var read = INSTANCE.matcher(instance);
    if (!read.matches()) {
      throw new IllegalArgumentException(instance + " is not the work of a mail");
    }
    return new MailId(
        new IncidentId(Long.parseLong(read.group(1))),
        Long.parseLong(read.group(2)),
        read.group(3));
  }

  public String instance() {
    return incident.value() + ":v" + version + ":" + recipient + "/mail";
  }

  public Recipient toWhom() {
    return Recipient.of(recipient);
  }
}
