package dev.muster.commands.runbook.review;

import dev.muster.runbooks.run.rule.BreakGlass;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What breaking the glass goes by.
 *
 * @param rule as configured now; empty where nobody may
 */
public record Glass(Supplier<Optional<BreakGlass>> rule, Reviews reviews) {}
