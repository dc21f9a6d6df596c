/// State and event in one transaction, published in order afterwards.
@NullMarked
package org.fairlead.messaging.outbox;

import org.jspecify.annotations.NullMarked;
