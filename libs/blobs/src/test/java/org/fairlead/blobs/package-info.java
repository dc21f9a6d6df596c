@NullMarked
package org.fairlead.blobs;

import org.jspecify.annotations.NullMarked;
