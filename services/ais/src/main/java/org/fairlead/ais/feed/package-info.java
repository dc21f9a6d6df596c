/// Live feeds: sockets, the journal of what was accepted, and who reads which feed.
@NullMarked
package org.fairlead.ais.feed;

import org.jspecify.annotations.NullMarked;
