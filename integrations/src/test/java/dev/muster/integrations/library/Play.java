package dev.muster.integrations.library;

import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.Verdict.Standing;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * One runbook on targets that are in trouble.
 *
 * @param trouble what is wrong with the targets before
 * @param meanwhile what people and programs do while the run waits at a step
 * @param effect looks what came of it in the world, and says it
 * @param happened whether it came about, where the targets that are always there do not show it
 */
record Play(
    String name,
    String runbook,
    Map<String, Function<Targets, String>> inputs,
    Trouble trouble,
    Meanwhile meanwhile,
    Effect effect,
    Standing standing,
    BooleanSupplier happened) {

  @FunctionalInterface
  interface Trouble {
    void in(Targets targets) throws Exception;
  }

  @FunctionalInterface
  interface Meanwhile {
    void at(Targets targets, String step) throws Exception;
  }

  @FunctionalInterface
  interface Effect {
    String of(Targets targets, Run run) throws Exception;
  }

  static Play of(String runbook, Effect effect) {
    return new Play(
        runbook, runbook, Map.of(), _ -> {}, (_, _) -> {}, effect, Standing.GOOD, () -> false);
  }

  Play named(String other) {
    return new Play(other, runbook, inputs, trouble, meanwhile, effect, standing, happened);
  }

  Play with(String input, String value) {
    return at(input, _ -> value);
  }

  Play at(String input, Function<Targets, String> value) {
    var more = new LinkedHashMap<>(inputs);
    more.put(input, value);
    return new Play(name, runbook, more, trouble, meanwhile, effect, standing, happened);
  }

  Play given(Trouble other) {
    return new Play(name, runbook, inputs, other, meanwhile, effect, standing, happened);
  }

  Play meanwhile(Meanwhile other) {
    return new Play(name, runbook, inputs, trouble, other, effect, standing, happened);
  }

  Play failing() {
    return new Play(name, runbook, inputs, trouble, meanwhile, effect, Standing.FAILED, happened);
  }

  Play unless(BooleanSupplier other) {
    return new Play(name, runbook, inputs, trouble, meanwhile, effect, standing, other);
  }
}
