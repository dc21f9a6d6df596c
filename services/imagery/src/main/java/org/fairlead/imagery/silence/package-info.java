/// Silences and identities as the ais service tells them.
@NullMarked
package org.fairlead.imagery.silence;

import org.jspecify.annotations.NullMarked;
