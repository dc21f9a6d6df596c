@org.jspecify.annotations.NullMarked
package org.fairlead.screening;
