package org.fairlead.screening;

/// One reason in a score.
///
/// @param feature what was compared, a slug: `name`, `imo`, `flag`
/// @param query what the query says
/// @param candidate what the listing says
/// @param effect what the score would lack without it, -1 to 1
/// @param sentence for a person
public record Explanation(
        String feature, String query, String candidate, double effect, String sentence) {}
