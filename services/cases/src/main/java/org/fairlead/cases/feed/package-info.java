/// What comes in from the other services and becomes leads.
@NullMarked
package org.fairlead.cases.feed;

import org.jspecify.annotations.NullMarked;
