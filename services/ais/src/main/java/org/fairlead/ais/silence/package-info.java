/// Silences, derived from frames on Kafka Streams.
@NullMarked
package org.fairlead.ais.silence;

import org.jspecify.annotations.NullMarked;
