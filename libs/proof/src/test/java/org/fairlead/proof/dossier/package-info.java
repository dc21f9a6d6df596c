@NullMarked
package org.fairlead.proof.dossier;

import org.jspecify.annotations.NullMarked;
