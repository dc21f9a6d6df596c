/// Real parts for tests: PostgreSQL, Kafka, and tokens the services verify.
@NullMarked
package org.fairlead.testing;

import org.jspecify.annotations.NullMarked;
