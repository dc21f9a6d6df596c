package org.fairlead.screening.name;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A name as it is compared.
///
/// @param original as it was written
/// @param tokens its words; never empty
/// @param neighbours each word with the next one, as one word
/// @param numbers identity, not spelling: `9` is never a misprint of `8`
/// @param whole all words joined: NSLION is NS LION
/// @param acronym first letters of an organisation's words; absent below three words
/// @param ideographs its characters where it is written in them
public record NameForm(
        String original,
        List<Token> tokens,
        List<Neighbours> neighbours,
        Set<String> numbers,
        Token whole,
        @Nullable Token acronym,
        @Nullable String ideographs) {

    public NameForm {
        if (tokens.isEmpty()) {
            throw new IllegalArgumentException("a name without a word: " + original);
        }
        tokens = List.copyOf(tokens);
        neighbours = List.copyOf(neighbours);
        numbers = Set.copyOf(numbers);
    }

    /// A word joined with the next one.
    ///
    /// @param at place of the first of the two
    public record Neighbours(int at, Token joined) {}

    /// @param shared gives for a token the one instance kept of all equal ones
    public NameForm with(UnaryOperator<Token> shared) {
        return new NameForm(
                original,
                tokens.stream().map(shared).toList(),
                neighbours.stream()
                        .map(pair -> new Neighbours(pair.at, shared.apply(pair.joined)))
                        .toList(),
                numbers,
                shared.apply(whole),
                acronym == null ? null : shared.apply(acronym),
                ideographs);
    }
}
