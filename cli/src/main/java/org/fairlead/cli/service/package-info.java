/// The services and the gateway as child processes.
@NullMarked
package org.fairlead.cli.service;

import org.jspecify.annotations.NullMarked;
