/// Raw files of many versions, each kept as what it has beyond another one.
@NullMarked
package org.fairlead.lists.archive;

import org.jspecify.annotations.NullMarked;
