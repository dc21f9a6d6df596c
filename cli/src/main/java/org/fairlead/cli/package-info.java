/// The command line: what a user types and what it answers.
@NullMarked
package org.fairlead.cli;

import org.jspecify.annotations.NullMarked;
