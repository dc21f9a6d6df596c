/// What the manifests must have in common with the rest of the repository.
@NullMarked
package org.fairlead.k8s.contract;

import org.jspecify.annotations.NullMarked;
