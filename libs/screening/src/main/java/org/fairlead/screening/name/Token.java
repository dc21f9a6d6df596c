package org.fairlead.screening.name;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One word of a name.
///
/// @param text Latin letters and digits, lower case
/// @param fold the same with spelling variants made one ([Folding]); what is compared
/// @param skeleton the fold without vowels
/// @param letters those of the fold, counted
/// @param givenName what a given name's short forms and translations go by; absent for other words
/// @param isVowelless true when it was written in a script that does not write vowels
public record Token(
        String text,
        String fold,
        String skeleton,
        LetterCounts letters,
        TokenKind kind,
        @Nullable String givenName,
        boolean isVowelless) {

    private static final int LONGEST = 96;

    public Token {
        if (text.isEmpty() || fold.isEmpty()) {
            throw new IllegalArgumentException("a token without letters: " + text);
        }
    }

    /// Words of more than 96 letters are cut off there.
    public static Token of(String word, TokenKind kind, boolean isVowelless) {
        String text = word.length() > LONGEST ? word.substring(0, LONGEST) : word;
        String folded = Folding.of(text);
        // Most are their own folds: one text for both.
        String fold = folded.equals(text) ? text : folded;
        return new Token(
                text,
                fold,
                Folding.skeleton(fold),
                LetterCounts.of(fold),
                kind,
                kind == TokenKind.WORD ? GivenNames.groupOf(fold) : null,
                isVowelless);
    }

    /// Two neighbours as one word, as a name may be written; absent where one of them is an
    /// initial.
    public static @Nullable Token joined(Token first, Token second) {
        boolean isInitial = first.kind == TokenKind.INITIAL || second.kind == TokenKind.INITIAL;
        return isInitial
                ? null
                : Token.of(
                                first.text + second.text,
                                TokenKind.WORD,
                                first.isVowelless || second.isVowelless)
                        .withoutGivenName();
    }

    /// A word of a company or a ship, which has no given name.
    public Token withoutGivenName() {
        return withGivenName(null);
    }

    /// The word, to go by another name or by none.
    Token withGivenName(@Nullable String name) {
        return Objects.equals(name, givenName)
                ? this
                : new Token(text, fold, skeleton, letters, kind, name, isVowelless);
    }

    /// Letters of the skeleton, counted.
    public LetterCounts skeletonLetters() {
        return LetterCounts.of(skeleton);
    }

    // The rest follows from these.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Token token
                && text.equals(token.text)
                && kind == token.kind
                && isVowelless == token.isVowelless
                && Objects.equals(givenName, token.givenName);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
