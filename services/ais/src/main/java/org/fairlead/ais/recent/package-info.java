/// Where ships are by what came last and is not merged into their tracks yet.
@NullMarked
package org.fairlead.ais.recent;

import org.jspecify.annotations.NullMarked;
