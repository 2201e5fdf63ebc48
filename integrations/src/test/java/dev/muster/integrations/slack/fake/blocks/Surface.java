package dev.muster.integrations.slack.fake.blocks;

/** Where blocks are shown, with the number that fits. */
public enum Surface {
  MESSAGE(50, false),
  MODAL(100, true),
  HOME(100, true);

  private final int most;
  private final boolean takesInput;

  Surface(int most, boolean takesInput) {
    this.most = most;
    this.takesInput = takesInput;
  }

  int most() {
    return most;
  }

  /**
   * Slack lets inputs into messages too since 2023. Ours have none there, and older phones show
   * nothing in their place, so that one is refused here.
   */
  boolean takesInput() {
    return takesInput;
  }
}
