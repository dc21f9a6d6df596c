/// Overlays rendered by kustomize.
@NullMarked
package org.fairlead.k8s.render;

import org.jspecify.annotations.NullMarked;
