/** Values of a YAML file with {@code ${{ … }}} in them. */
@NullMarked
package dev.muster.runbooks.template;

import org.jspecify.annotations.NullMarked;
