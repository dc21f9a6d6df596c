@NullMarked
package org.fairlead.cases.dossier;

import org.jspecify.annotations.NullMarked;
