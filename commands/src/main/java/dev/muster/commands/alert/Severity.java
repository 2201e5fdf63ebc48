package dev.muster.commands.alert;

/** A level of the team's own scale (P1, Critical …) and the canonical one that it looks like. */
public record Severity(String name, CanonicalSeverity level) {}
