/// OpenSanctions' format: FollowTheMoney entities, whole and as deltas.
@NullMarked
package org.fairlead.lists.opensanctions;

import org.jspecify.annotations.NullMarked;
