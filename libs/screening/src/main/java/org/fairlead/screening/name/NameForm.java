package org.fairlead.screening.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

    /// What follows from its words.
    public static NameForm of(
            String original,
            List<Token> tokens,
            Set<String> numbers,
            @Nullable String ideographs,
            Schema schema) {
        return new NameForm(
                original,
                tokens,
                neighbours(tokens),
                numbers,
                whole(tokens),
                schema.canBeCompany() ? acronym(tokens) : null,
                ideographs);
    }

    private static Token whole(List<Token> tokens) {
        var whole = new StringBuilder();
        boolean isVowelless = false;
        for (Token token : tokens) {
            whole.append(token.text());
            isVowelless |= token.isVowelless();
        }
        return Token.of(whole.toString(), TokenKind.WORD, isVowelless).withoutGivenName();
    }

    private static List<Neighbours> neighbours(List<Token> tokens) {
        var pairs = new ArrayList<Neighbours>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token joined = Token.joined(tokens.get(i), tokens.get(i + 1));
            if (joined != null) {
                pairs.add(new Neighbours(i, joined));
            }
        }
        return pairs;
    }

    private static @Nullable Token acronym(List<Token> tokens) {
        var letters = new StringBuilder();
        for (Token token : tokens) {
            if (token.kind() == TokenKind.WORD || token.kind() == TokenKind.GENERIC) {
                letters.append(token.text().charAt(0));
            }
        }
        return letters.length() < 3 ? null : Token.of(letters.toString(), TokenKind.WORD, false);
    }
}
