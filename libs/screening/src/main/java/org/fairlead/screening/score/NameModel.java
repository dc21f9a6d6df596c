package org.fairlead.screening.score;

import java.util.EnumMap;
import java.util.Map;
import org.fairlead.screening.name.TokenKind;

/// The constants of the name stage. Each is one sentence; all of them are hashed into `configHash`.
///
/// @param floor words less alike than this are different words
/// @param isShortForgiven one letter may differ in a word of three, though that is under the floor
/// @param weights what a word of a kind counts
/// @param conflictWeight of words left over on both sides: each stands against another
/// @param conflictFactor what one conflicting word leaves of the similarity
/// @param querySurplus of words that only the query has
/// @param listedSurplus of words that only the listing has
/// @param numberMismatch factor when both have numbers and none is the same
/// @param numberOmission factor when only one has a number
/// @param seriesMismatch like `numberMismatch`, where three or more other words agree and the
///   profile lets series through
/// @param wholeFloor names joined to one word count when at least this alike
/// @param joinFloor two words count as one when at least this alike to it
/// @param acronym similarity of a name and its first letters
public record NameModel(
        float floor,
        boolean isShortForgiven,
        Map<TokenKind, Float> weights,
        float conflictWeight,
        float conflictFactor,
        float querySurplus,
        float listedSurplus,
        float numberMismatch,
        float numberOmission,
        float seriesMismatch,
        float wholeFloor,
        float joinFloor,
        float acronym) {

    public NameModel {
        weights = Map.copyOf(weights);
        if (querySurplus > conflictWeight || conflictFactor > 1 || floor <= 0) {
            throw new IllegalArgumentException(
                    "the index's bound rests on surplus <= conflict and factors <= 1");
        }
    }

    public float weight(TokenKind kind) {
        return weights.getOrDefault(kind, 1f);
    }

    public static NameModel vessel() {
        return new NameModel(
                0.72f, false, kinds(), 1f, 0.8f, 0.35f, 0.25f, 0.4f, 0.85f, 0.4f, 0.85f, 0.9f, 0f);
    }

    public static NameModel party() {
        return new NameModel(
                0.68f, true, kinds(), 1f, 0.75f, 0.2f, 0.1f, 0.4f, 0.85f, 0.9f, 0.88f, 0.9f, 0.82f);
    }

    private static Map<TokenKind, Float> kinds() {
        var weights = new EnumMap<TokenKind, Float>(TokenKind.class);
        weights.put(TokenKind.WORD, 1f);
        weights.put(TokenKind.GENERIC, 0.4f);
        weights.put(TokenKind.INITIAL, 0.5f);
        weights.put(TokenKind.PATRONYMIC, 0.6f);
        weights.put(TokenKind.PARTICLE, 0.1f);
        return weights;
    }
}
