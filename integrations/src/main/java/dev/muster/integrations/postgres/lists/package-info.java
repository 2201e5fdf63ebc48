/** What the lists of several stores share: pages, the worst first, and words of titles. */
@NullMarked
package dev.muster.integrations.postgres.lists;

import org.jspecify.annotations.NullMarked;
