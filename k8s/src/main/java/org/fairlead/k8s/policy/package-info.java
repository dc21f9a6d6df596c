/// What must hold between objects, one rule after the other.
@NullMarked
package org.fairlead.k8s.policy;

import org.jspecify.annotations.NullMarked;
