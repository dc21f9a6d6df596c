/// The sea offline: distances, the graph they rest on, and lists an operator brings.
@NullMarked
package org.fairlead.cli.sea;

import org.jspecify.annotations.NullMarked;
