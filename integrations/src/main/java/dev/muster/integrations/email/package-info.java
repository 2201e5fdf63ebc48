/** Mail over SMTP. */
@NullMarked
package dev.muster.integrations.email;

import org.jspecify.annotations.NullMarked;
