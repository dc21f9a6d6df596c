/// What browsers are told about the pages they get.
@NullMarked
package org.fairlead.gateway.web;

import org.jspecify.annotations.NullMarked;
