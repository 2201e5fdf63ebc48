package dev.muster.bot.cli;

import picocli.CommandLine.Command;

/** {@code muster.jar}: without a subcommand it serves. */
@Command(
    name = "muster",
    mixinStandardHelpOptions = true,
    description = "Muster: incidents, on-call and runbooks in your team's chat.",
    footer = {
      "",
      "Without a command it serves: with MUSTER_HOME the configuration in that folder,",
      "otherwise a demo on http://127.0.0.1:8080/."
    })
public final class MusterCommand {}
