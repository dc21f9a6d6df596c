/// XML read in a stream, record by record, with nothing fetched and nothing expanded.
@NullMarked
package org.fairlead.lists.xml;

import org.jspecify.annotations.NullMarked;
