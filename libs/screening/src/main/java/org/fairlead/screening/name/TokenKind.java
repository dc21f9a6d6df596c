package org.fairlead.screening.name;

/// What a word of a name is, and so how much it says.
public enum TokenKind {
    WORD,
    /// A word that many organisations have in their names: bank, trading, shipping.
    GENERIC,
    /// A single letter that stands for a name.
    INITIAL,
    /// A name made from the father's: -ovich, -ovna.
    PATRONYMIC,
    /// A word that binds names together: bin, al, de, van.
    PARTICLE
}
