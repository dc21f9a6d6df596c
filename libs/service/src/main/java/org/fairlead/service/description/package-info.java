/// What every service's OpenAPI document says beside its own resources.
@NullMarked
package org.fairlead.service.description;

import org.jspecify.annotations.NullMarked;
