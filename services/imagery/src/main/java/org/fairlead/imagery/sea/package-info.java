/// The graph of navigable water in this process.
@NullMarked
package org.fairlead.imagery.sea;

import org.jspecify.annotations.NullMarked;
