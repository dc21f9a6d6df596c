@NullMarked
package org.fairlead.imagery.candidate;

import org.jspecify.annotations.NullMarked;
