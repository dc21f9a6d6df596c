/// The whole platform as its users meet it: real processes, real logins. Run by `./fairlead test`.
@NullMarked
package org.fairlead.cli.e2e;

import org.jspecify.annotations.NullMarked;
