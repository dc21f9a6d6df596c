/// What a case asks, supposes and claims, and how far its sources are trusted.
@NullMarked
package org.fairlead.cases.finding;

import org.jspecify.annotations.NullMarked;
