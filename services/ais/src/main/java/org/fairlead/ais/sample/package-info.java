/// What is kept of a track to derive activities from: a report for each few minutes and place.
@NullMarked
package org.fairlead.ais.sample;

import org.jspecify.annotations.NullMarked;
