/// The sea as ships find it: land, gates, the graph of navigable water and the ways through it.
@NullMarked
package org.fairlead.seas.water;

import org.jspecify.annotations.NullMarked;
