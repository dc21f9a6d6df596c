/// CloudEvents read from Kafka: typed, or set aside with the reason.
@NullMarked
package org.fairlead.messaging.event;

import org.jspecify.annotations.NullMarked;
