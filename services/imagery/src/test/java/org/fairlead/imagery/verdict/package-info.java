@NullMarked
package org.fairlead.imagery.verdict;

import org.jspecify.annotations.NullMarked;
