@org.jspecify.annotations.NullMarked
package org.fairlead.sanctions.screen;
