package dev.muster.integrations.slack.doctor;

import dev.muster.commands.doctor.Check;
import dev.muster.commands.doctor.Finding;
import dev.muster.commands.text.Words;
import dev.muster.integrations.slack.socket.SlackSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Whether Slack can bring something through the socket of this Muster. */
public record SlackSocketCheck(SlackSocket socket, InstantSource clock) implements Check {

  @Override
  public String about() {
    return "Slack socket";
  }

  @Override
  public List<Finding> look() {
    return List.of(
        socket
            .openSince()
            .map(since -> Duration.between(since, clock.instant()))
            .map(age -> Finding.fine(about(), "It has been open for " + Words.duration(age) + "."))
            .orElseGet(this::closed));
  }

  private Finding closed() {
    var why = socket.trouble().map(it -> " (" + it + ")").orElse("");
    return Finding.failed(
        about(),
        "It is not open%s, so nothing that people do in Slack arrives.".formatted(why),
        "Muster opens it again by itself. If it stays so, "
            + socket
                .host()
                .map(it -> "look whether this machine reaches " + it + ": DNS, firewall, proxy.")
                .orElse("mend what is said of the Slack app token first."));
  }
}
