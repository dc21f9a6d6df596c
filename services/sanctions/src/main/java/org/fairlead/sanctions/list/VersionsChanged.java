package org.fairlead.sanctions.list;

/// Said in this process when another version of a list serves, after it was committed.
///
/// @param list whose it is
public record VersionsChanged(String list, int version) {}
