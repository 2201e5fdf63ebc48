package dev.muster.integrations.postgres.kind.change;

/** {@code postgres/vacuum-analyze}: dead rows make room, and the planner knows what there is. */
public final class VacuumAnalyze implements Upkeep {

  @Override
  public String name() {
    return "postgres/vacuum-analyze";
  }

  @Override
  public String about() {
    return "Vacuums and analyzes, table by table, without keeping anybody from working; answers"
        + " tables, count, skipped and deadRows (before).";
  }

  @Override
  public String command() {
    return "vacuum (analyze)";
  }
}
