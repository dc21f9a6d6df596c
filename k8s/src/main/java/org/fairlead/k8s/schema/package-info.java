/// Every field held against the models of the official Java client.
@NullMarked
package org.fairlead.k8s.schema;

import org.jspecify.annotations.NullMarked;
