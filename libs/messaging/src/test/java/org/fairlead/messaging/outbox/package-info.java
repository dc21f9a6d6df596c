@NullMarked
package org.fairlead.messaging.outbox;

import org.jspecify.annotations.NullMarked;
