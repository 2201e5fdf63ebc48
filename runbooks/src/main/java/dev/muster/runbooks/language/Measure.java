package dev.muster.runbooks.language;

import dev.muster.runbooks.expression.Expression;
import java.time.Duration;

/**
 * What a run is measured by besides its own length, such as how much data it cost.
 *
 * @param name as programs know it: {@code rpo}
 * @param title as people read it: {@code Data lost}
 * @param within how much it may come to
 * @param is what it came to, a length of time; sees no secrets, and nothing that changes later
 */
public record Measure(String name, String title, Duration within, Expression is) {}
