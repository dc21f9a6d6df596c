/// The identity provider's administration, as the platform's own client.
@NullMarked
package org.fairlead.gateway.provider;

import org.jspecify.annotations.NullMarked;
