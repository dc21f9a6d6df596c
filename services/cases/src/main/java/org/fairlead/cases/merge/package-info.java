/// Two cases about the same: one goes on, the other stays as it was and says so.
@NullMarked
package org.fairlead.cases.merge;

import org.jspecify.annotations.NullMarked;
