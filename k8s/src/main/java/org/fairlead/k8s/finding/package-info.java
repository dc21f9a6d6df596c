/// What a check has to say.
@NullMarked
package org.fairlead.k8s.finding;

import org.jspecify.annotations.NullMarked;
