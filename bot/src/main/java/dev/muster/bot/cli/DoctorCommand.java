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
      "Looks whether Muster and what it needs is well, and says how to mend what is not.",
      "Run it with the environment of serve, whether Muster runs or not. Changes nothing."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:there is nothing to mend", "1:there is something to mend"})
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
