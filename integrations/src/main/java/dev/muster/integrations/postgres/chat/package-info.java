/** The built-in chat and the audit log, in PostgreSQL. */
@NullMarked
package dev.muster.integrations.postgres.chat;

import org.jspecify.annotations.NullMarked;
