@NullMarked
package org.fairlead.ais.upload;

import org.jspecify.annotations.NullMarked;
