/// The gateway as callers meet it, in front of services made for these tests.
package org.fairlead.gateway;
