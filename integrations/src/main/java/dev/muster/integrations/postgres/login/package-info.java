/** Login links and sessions. */
@NullMarked
package dev.muster.integrations.postgres.login;

import org.jspecify.annotations.NullMarked;
