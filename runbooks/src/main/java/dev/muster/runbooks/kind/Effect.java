package dev.muster.runbooks.kind;

/** What a step does to the world, mildest first. */
public enum Effect {
  /** Looks only; it may be done at any time, and again. */
  READS,
  /** Changes something that can be changed back or does no harm. */
  CHANGES,
  /** What it takes away is gone: it wants the target's name typed before. */
  DESTROYS;

  public boolean readsOnly() {
    return this == READS;
  }

  public Effect or(Effect other) {
    return compareTo(other) < 0 ? other : this;
  }
}
