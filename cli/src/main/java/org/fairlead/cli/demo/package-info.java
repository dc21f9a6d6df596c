/// The reference case: a reconstructed track, labelled synthetic, and dated public facts.
@NullMarked
package org.fairlead.cli.demo;

import org.jspecify.annotations.NullMarked;
