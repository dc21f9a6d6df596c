/// Figures with the command that repeats them.
@NullMarked
package org.fairlead.cli.bench;

import org.jspecify.annotations.NullMarked;
