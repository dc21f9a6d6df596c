@NullMarked
package org.fairlead.ais.feed;

import org.jspecify.annotations.NullMarked;
