/// What one person is told, as long as they may see what it is about.
@NullMarked
package org.fairlead.cases.notification;

import org.jspecify.annotations.NullMarked;
