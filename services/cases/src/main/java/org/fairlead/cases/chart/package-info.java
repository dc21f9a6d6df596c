/// Maps, drawn from the project's own outlines of land.
@NullMarked
package org.fairlead.cases.chart;

import org.jspecify.annotations.NullMarked;
