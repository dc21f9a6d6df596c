/// Files of sanctions lists, handed to the running platform.
@NullMarked
package org.fairlead.cli.lists;

import org.jspecify.annotations.NullMarked;
