/// Publishers' files fetched on a schedule from the addresses the operator gives.
@NullMarked
package org.fairlead.sanctions.download;

import org.jspecify.annotations.NullMarked;
