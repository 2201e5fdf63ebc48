package dev.muster.commands.login;

import dev.muster.commands.people.PersonId;
import java.time.Instant;

/** A link by which one person can log in once, until it expires. */
public record LoginLink(PersonId person, Instant expiresAt, boolean isUsed) {}
