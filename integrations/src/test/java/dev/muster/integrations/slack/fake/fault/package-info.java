/** What goes wrong on demand. */
@NullMarked
package dev.muster.integrations.slack.fake.fault;

import org.jspecify.annotations.NullMarked;
