/// The whole test suite: every module, the running platform, the browser.
@NullMarked
package org.fairlead.cli.suite;

import org.jspecify.annotations.NullMarked;
