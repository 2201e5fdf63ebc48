/** What went wrong with durable work, where people and other replicas read it. */
@NullMarked
package dev.muster.integrations.postgres.trouble;

import org.jspecify.annotations.NullMarked;
