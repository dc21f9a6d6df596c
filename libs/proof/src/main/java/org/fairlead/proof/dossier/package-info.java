/// What an exported case says, held against what it is.
@NullMarked
package org.fairlead.proof.dossier;

import org.jspecify.annotations.NullMarked;
