/** The messages of runs in the chats: rows, and the work that keeps them up to date. */
@NullMarked
package dev.muster.integrations.postgres.run.post;

import org.jspecify.annotations.NullMarked;
