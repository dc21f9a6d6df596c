@NullMarked
package org.fairlead.imagery.batch;

import org.jspecify.annotations.NullMarked;
