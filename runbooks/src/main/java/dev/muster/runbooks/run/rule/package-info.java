/** What may become of a run: by the worker that goes on with it, and by people. Pure. */
@NullMarked
package dev.muster.runbooks.run.rule;

import org.jspecify.annotations.NullMarked;
