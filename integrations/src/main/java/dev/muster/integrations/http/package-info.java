/** Steps of runbooks that ask other systems over HTTP. */
@NullMarked
package dev.muster.integrations.http;

import org.jspecify.annotations.NullMarked;
