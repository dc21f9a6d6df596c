package org.fairlead.ais.derivation;

/// A frame and the bytes it was read from.
record ReadFrame(HeardFrame heard, byte[] bytes) {}
