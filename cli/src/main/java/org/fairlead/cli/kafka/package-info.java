/// Kafka as a child process: one KRaft node and the platform's topics.
@NullMarked
package org.fairlead.cli.kafka;

import org.jspecify.annotations.NullMarked;
