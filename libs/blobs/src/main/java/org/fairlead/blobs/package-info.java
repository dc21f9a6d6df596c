/// Files by their SHA-256, in a directory or in a bucket.
@NullMarked
package org.fairlead.blobs;

import org.jspecify.annotations.NullMarked;
