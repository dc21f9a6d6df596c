/// What has been consumed before, remembered in the consumer's own transaction.
@NullMarked
package org.fairlead.messaging.inbox;

import org.jspecify.annotations.NullMarked;
