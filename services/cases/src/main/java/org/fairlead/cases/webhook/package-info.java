/// Addresses that are told of changes, each by what its owner may see when it is told.
@NullMarked
package org.fairlead.cases.webhook;

import org.jspecify.annotations.NullMarked;
