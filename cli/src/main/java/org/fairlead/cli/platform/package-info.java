/// All parts together: starting, stopping and looking at them.
@NullMarked
package org.fairlead.cli.platform;

import org.jspecify.annotations.NullMarked;
