@org.jspecify.annotations.NullMarked
package org.fairlead.bench.screening;
