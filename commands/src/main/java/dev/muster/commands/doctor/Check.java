package dev.muster.commands.doctor;

import java.util.List;

/** Looks at one thing that Muster needs, and changes nothing. */
public interface Check {

  /** What it looks at, for whoever waits for it in vain. */
  String about();

  /** Blocking; at least one finding. Whatever takes too long is interrupted and left alone. */
  List<Finding> look() throws InterruptedException;
}
