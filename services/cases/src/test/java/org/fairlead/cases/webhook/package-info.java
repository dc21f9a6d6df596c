@NullMarked
package org.fairlead.cases.webhook;

import org.jspecify.annotations.NullMarked;
