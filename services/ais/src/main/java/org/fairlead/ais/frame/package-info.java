/// Frames on their way to Kafka, and patience while it is away.
@NullMarked
package org.fairlead.ais.frame;

import org.jspecify.annotations.NullMarked;
