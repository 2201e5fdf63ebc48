/** Whether the database is as Muster needs it, looked at without changing anything in it. */
@NullMarked
package dev.muster.integrations.postgres.doctor;

import org.jspecify.annotations.NullMarked;
