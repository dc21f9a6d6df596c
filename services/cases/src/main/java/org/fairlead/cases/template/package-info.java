/// What a case of a kind begins with.
@NullMarked
package org.fairlead.cases.template;

import org.jspecify.annotations.NullMarked;
