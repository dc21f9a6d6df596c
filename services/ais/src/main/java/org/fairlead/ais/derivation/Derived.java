package org.fairlead.ais.derivation;

/// What a derivation sends on.
public sealed interface Derived permits Activity, CellNote {}
