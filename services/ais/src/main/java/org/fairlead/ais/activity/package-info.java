/// Activities in all their versions, for queries.
@NullMarked
package org.fairlead.ais.activity;

import org.jspecify.annotations.NullMarked;
