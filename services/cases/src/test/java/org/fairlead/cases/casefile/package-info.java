@NullMarked
package org.fairlead.cases.casefile;

import org.jspecify.annotations.NullMarked;
