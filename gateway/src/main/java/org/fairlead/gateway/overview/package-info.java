/// All parts in one view: their health and their API descriptions.
@NullMarked
package org.fairlead.gateway.overview;

import org.jspecify.annotations.NullMarked;
