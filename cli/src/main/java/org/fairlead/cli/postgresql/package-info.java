/// PostgreSQL as a child process: binaries, cluster, databases and roles.
@NullMarked
package org.fairlead.cli.postgresql;

import org.jspecify.annotations.NullMarked;
