package org.fairlead.screening;

/// A listing that a query reaches.
///
/// @param listing its place in the corpus
public record Hit(int listing, Subject subject, Comparison comparison) {}
