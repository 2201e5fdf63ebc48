package dev.muster.bot.cli;

import picocli.CommandLine.Command;

/** {@code muster.jar}: without a subcommand it serves. */
@Command(
    name = "java -jar muster.jar",
    mixinStandardHelpOptions = true,
    description = "Muster: incidents, on-call and runbooks in your team's chat.",
    footer = {
      "",
      "Without a command it serves: the configuration in the folder MUSTER_HOME, or",
      "without MUSTER_HOME a demo on http://127.0.0.1:8080/. COMMAND --help says more."
    })
public final class MusterCommand {}
