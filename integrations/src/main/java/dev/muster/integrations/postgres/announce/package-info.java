/** What runs have to say, kept until it is said. */
@NullMarked
package dev.muster.integrations.postgres.announce;

import org.jspecify.annotations.NullMarked;
