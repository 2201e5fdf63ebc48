package dev.muster.integrations.shell;

import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.kind.Kind;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Outcome.Failed;
import dev.muster.runbooks.kind.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code shell}: a program of the list that the configuration allows; none if it has no list. */
public final class ShellKind implements Kind {

  private final Supplier<List<Allowed>> allowed;

  /**
   * Runs what stands on this list when it is to be run: the configuration changes meanwhile.
   *
   * @param allowed none turns it off
   */
  public ShellKind(Supplier<List<Allowed>> allowed) {
    this.allowed = allowed;
  }

  @Override
  public String name() {
    return "shell";
  }

  @Override
  public String about() {
    return "Runs a program that the configuration allows, where Muster runs: without a shell, in"
        + " an empty folder of its own, with nothing in its environment but env. Whatever it"
        + " started ends with it. Answers exit, output (its last lines) and lines.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.needed(
            "command", Parameter.Type.TEXT, "The whole way to the program: /usr/bin/df."),
        Parameter.optional(
            "args", Parameter.Type.LIST, "Its arguments, each handed over as it is: [-h, /var]."),
        Parameter.optional(
            "env",
            Parameter.Type.MAP,
            "What it is told; inputs belong here and not into args: {HOST: \"${{ inputs.host"
                + " }}\"}."),
        Parameter.optional(
            "expectExit",
            Parameter.Type.LIST,
            "The exit codes that are right, 0 if left out: [0, 1]."));
  }

  @Override
  public Effect effect(Arguments with) {
    return with.optionalText("command")
        .flatMap(this::find)
        .map(Allowed::effect)
        .orElse(Effect.CHANGES);
  }

  @Override
  public String describe(Arguments with) {
    var line = new StringBuilder("run " + with.optionalText("command").orElse("…"));
    with.list("args").forEach(it -> line.append(' ').append(it));
    return line.toString();
  }

  /** The same words before it is run, where they come in time, and when it is. */
  @Override
  public Optional<String> hindrance(Arguments with) {
    return with.optionalText("command")
        .filter(command -> find(command).isEmpty())
        .map(this::refusal);
  }

  private String refusal(String command) {
    var programs = allowed.get().stream().map(it -> it.program().toString()).toList();
    var add = "name it in muster.yaml: steps: {shell: {allow: [%s]}}".formatted(command);
    return programs.isEmpty()
        ? "shell is off, so this step cannot run; to let it, " + add
        : "%s is not among the programs that may be run (%s), so this step cannot run; to let it, %s"
            .formatted(command, String.join(", ", programs), add);
  }

  @Override
  public Outcome act(Attempt attempt) throws InterruptedException {
    var with = attempt.with();
    var command = with.text("command");
    var found = find(command);
    if (found.isEmpty()) {
      return new Failed(allowed.get().isEmpty() ? "off" : "forbidden", refusal(command));
    }
    var program = found.get().program();
    if (!Files.isExecutable(program) || Files.isDirectory(program)) {
      return new Failed("no-program", "%s is not there, or is no program.".formatted(program));
    }
    try {
      return new Execution(program, found.get().effect().readsOnly(), attempt).outcome();
    } catch (IllegalArgumentException e) {
      return new Failed("invalid", String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return new Failed(
          "no-program", "%s cannot be started: %s.".formatted(program, e.getMessage()));
    }
  }

  private Optional<Allowed> find(String command) {
    return allowed.get().stream().filter(it -> it.program().toString().equals(command)).findFirst();
  }
}
