/// What a sender says about the bytes of a body.
@NullMarked
package org.fairlead.service.digest;

import org.jspecify.annotations.NullMarked;
