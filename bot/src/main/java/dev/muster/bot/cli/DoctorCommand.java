package dev.muster.bot.cli;

import dev.muster.commands.doctor.Report;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code muster.jar doctor}: what is not well, and how to mend it; exit 0 if all is, 1 if not. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Says what is wrong with Muster, and how to mend it.",
      "Looks at the environment, the configuration, the database, Slack, mail and MUSTER_URL, and"
          + " changes nothing. Run it where Muster runs, with the same environment, whether it runs"
          + " or not."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:nothing was found that is to be mended; the last line says how much was not looked at",
      "1:something is to be mended"
    })
public final class DoctorCommand implements Callable<Integer> {

  private final Supplier<Report> examination;

  @Spec private CommandSpec spec = CommandSpec.create();

  public DoctorCommand(Supplier<Report> examination) {
    this.examination = examination;
  }

  @Override
  public Integer call() {
    var report = examination.get();
    var out = spec.commandLine().getOut();
    out.println(report.text());
    out.flush();
    return report.isFine() ? 0 : 1;
  }
}
