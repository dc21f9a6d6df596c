package org.fairlead.screening;

/// The two names that a score rests on.
///
/// @param aliasStrength of the listing's name: `strong` or `weak`
/// @param similarity 0 to 1
public record MatchedName(
        String query, String candidate, String aliasStrength, double similarity) {}
