package dev.muster.runbooks.language;

/**
 * A runbook together with the text that it was read from: what a run is pinned to.
 *
 * @param hash SHA-256 of the text, in hexadecimal digits
 */
public record Definition(Runbook runbook, String file, String text, String hash) {}
