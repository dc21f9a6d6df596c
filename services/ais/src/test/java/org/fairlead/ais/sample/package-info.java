@NullMarked
package org.fairlead.ais.sample;

import org.jspecify.annotations.NullMarked;
