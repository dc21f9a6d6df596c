/// How often somebody may call.
@NullMarked
package org.fairlead.gateway.rate;

import org.jspecify.annotations.NullMarked;
