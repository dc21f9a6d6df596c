@NullMarked
package org.fairlead.messaging.event;

import org.jspecify.annotations.NullMarked;
