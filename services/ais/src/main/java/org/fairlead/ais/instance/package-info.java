/// Which of several instances of this service this is.
@NullMarked
package org.fairlead.ais.instance;

import org.jspecify.annotations.NullMarked;
