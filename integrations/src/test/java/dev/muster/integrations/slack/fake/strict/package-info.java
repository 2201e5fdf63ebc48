/** What came, and whether the test knew of it. */
@NullMarked
package dev.muster.integrations.slack.fake.strict;

import org.jspecify.annotations.NullMarked;
