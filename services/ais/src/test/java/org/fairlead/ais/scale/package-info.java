/// What the whole derivation costs, and that it can be shared: run by hand, see
/// [org.fairlead.ais.scale.DeriveRun].
@org.jspecify.annotations.NullMarked
package org.fairlead.ais.scale;
