/// Who else may see a case, and who may not.
@NullMarked
package org.fairlead.cases.grant;

import org.jspecify.annotations.NullMarked;
