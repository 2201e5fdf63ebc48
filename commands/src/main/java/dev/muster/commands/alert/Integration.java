package dev.muster.commands.alert;

import java.util.Optional;

/**
 * A configured sender: its name, its kind, and the severity of alerts whose sender gives none. Its
 * keys are no business of the core.
 */
public record Integration(String name, String source, Optional<Severity> severity) {}
