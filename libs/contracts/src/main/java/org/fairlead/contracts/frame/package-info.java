/// Fixes as they travel on Kafka and rest in segments: batches in columns.
@NullMarked
package org.fairlead.contracts.frame;

import org.jspecify.annotations.NullMarked;
