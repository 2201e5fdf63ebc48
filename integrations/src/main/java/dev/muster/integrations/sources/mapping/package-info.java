/** How bodies of any JSON become alerts: paths into them, and what their words mean. */
@NullMarked
package dev.muster.integrations.sources.mapping;

import org.jspecify.annotations.NullMarked;
