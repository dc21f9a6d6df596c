/// The way to the services: these paths and no others, streamed, with their failures contained.
@NullMarked
package org.fairlead.gateway.proxy;

import org.jspecify.annotations.NullMarked;
