package dev.muster.integrations.postgres.kind.change;

/** {@code postgres/analyze}: the planner learns anew what there is. */
public final class Analyze implements Upkeep {

  @Override
  public String name() {
    return "postgres/analyze";
  }

  @Override
  public String about() {
    return "Renews the planner's statistics, table by table; answers tables, count and skipped.";
  }

  @Override
  public String command() {
    return "analyze";
  }
}
