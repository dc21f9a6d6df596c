/// Files as they come in: unpacked, recognised by their content, read.
@NullMarked
package org.fairlead.lists.file;

import org.jspecify.annotations.NullMarked;
