@NullMarked
package org.fairlead.ais.derivation;

import org.jspecify.annotations.NullMarked;
