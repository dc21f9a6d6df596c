/// How requests are read: words, times, entity tags, repeated keys.
@NullMarked
package org.fairlead.cases.request;

import org.jspecify.annotations.NullMarked;
