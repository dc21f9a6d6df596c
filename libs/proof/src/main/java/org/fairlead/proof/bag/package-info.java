/// Bags: folders of files with their hashes (BagIt, RFC 8493), and the one way they are packed.
@NullMarked
package org.fairlead.proof.bag;

import org.jspecify.annotations.NullMarked;
