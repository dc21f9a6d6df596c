/// What the ais service tells the others: identities and activities.
@NullMarked
package org.fairlead.contracts.ais;

import org.jspecify.annotations.NullMarked;
