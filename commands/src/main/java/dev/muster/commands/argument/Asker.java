package dev.muster.commands.argument;

import dev.muster.commands.people.Person;
import java.time.Instant;

/** Who types, by whose clock times are read and told, and when. */
public record Asker(Person person, Instant now) {}
