/// Objects as they would be sent to a cluster, and what can be asked of them.
@NullMarked
package org.fairlead.k8s.manifest;

import org.jspecify.annotations.NullMarked;
