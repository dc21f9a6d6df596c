/// Processes that outlive the launcher: starting, recognising and stopping them.
@NullMarked
package org.fairlead.cli.process;

import org.jspecify.annotations.NullMarked;
