@NullMarked
package org.fairlead.cli.demo;

import org.jspecify.annotations.NullMarked;
