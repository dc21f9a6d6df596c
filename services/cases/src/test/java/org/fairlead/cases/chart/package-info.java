@NullMarked
package org.fairlead.cases.chart;

import org.jspecify.annotations.NullMarked;
