package dev.muster.bot.doctor;

import dev.muster.commands.doctor.Finding;
import dev.muster.commands.text.Words;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What the metrics of a running Muster say of its health.
 *
 * @param text as Prometheus reads it
 * @param console where people reach it
 * @param isDemo whether nobody logs in
 */
record ServerFigures(String text, String console, boolean isDemo) {

  private static final String SLACK_SOCKET = "Slack socket";
  private static final String SLACK_REQUESTS = "Slack requests";

  List<Finding> findings(String about, URI url) {
    if (figure("muster_ready").isEmpty()) {
      return List.of(
          Finding.warning(
              about,
              "What answers at %s is no Muster, or an older one.".formatted(url),
              "See that PORT is that of the Muster that runs."));
    }
    var findings = new ArrayList<Finding>();
    findings.add(Finding.fine(about, "It is ready at %s.".formatted(url)));
    figure("muster_troubles").stream().mapToObj(this::troubles).forEach(findings::add);
    figure("muster_slack_socket_open").stream()
        .mapToObj(ServerFigures::socket)
        .forEach(findings::add);
    figure("muster_slack_heard_seconds").stream()
        .mapToObj(ServerFigures::heard)
        .forEach(findings::add);
    return findings;
  }

  private Finding troubles(double count) {
    var about = "Running Muster";
    return count == 0
        ? Finding.fine(about, "It has its configuration, and could send what it had to.")
        : Finding.failed(
            about,
            "It says that something is to be mended: %.0f.".formatted(count),
            "What stands in other findings here, in its log, and on its console, "
                + console
                + (isDemo
                    ? "."
                    : ". To see that, log in with the link that java -jar muster.jar login PERSON"
                        + " prints."));
  }

  private static Finding socket(double isOpen) {
    return isOpen == 1
        ? Finding.fine(SLACK_SOCKET, "It is open.")
        : Finding.failed(
            SLACK_SOCKET,
            "It is not open: nothing from Slack arrives.",
            "Muster opens it again by itself. If it stays so, mend what is said of the Slack app"
                + " token here; if nothing is, why stands in Muster's log: \"Slack's socket cannot"
                + " be opened\".");
  }

  private static Finding heard(double seconds) {
    return Double.isNaN(seconds)
        ? Finding.warning(
            SLACK_REQUESTS,
            "None has come since the start.",
            "Type /muster help in Slack. If nothing answers, see that the Request URL at"
                + " api.slack.com/apps is MUSTER_URL/slack/events in all three places (slash"
                + " commands, interactivity, events), and that SLACK_SIGNING_SECRET is the Signing"
                + " Secret there.")
        : Finding.fine(
            SLACK_REQUESTS,
            "The last one came %s ago."
                .formatted(Words.duration(Duration.ofSeconds((long) seconds))));
  }

  /** Without labels, as ours have none. */
  private OptionalDouble figure(String name) {
    return text.lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst();
  }
}
