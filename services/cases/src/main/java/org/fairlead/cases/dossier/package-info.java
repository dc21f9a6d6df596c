/// A case as a file that anybody can check.
@NullMarked
package org.fairlead.cases.dossier;

import org.jspecify.annotations.NullMarked;
