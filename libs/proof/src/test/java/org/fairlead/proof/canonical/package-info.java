@NullMarked
package org.fairlead.proof.canonical;

import org.jspecify.annotations.NullMarked;
