/// Frames on their way to Kafka and claims on theirs to the register, each behind who decodes, and
/// patience while one of the two is away; and what came, ship by ship.
@NullMarked
package org.fairlead.ais.frame;

import org.jspecify.annotations.NullMarked;
