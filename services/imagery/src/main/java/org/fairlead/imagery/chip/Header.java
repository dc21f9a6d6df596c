package org.fairlead.imagery.chip;

/// What became of the first bytes of a file: a picture of a size, or none that is taken.
sealed interface Header {

    record Picture(PictureKind kind, long widthPixels, long heightPixels) implements Header {

        long pixels() {
            return Math.multiplyExact(widthPixels, heightPixels);
        }
    }

    /// @param detail what a person can do about it
    record Unknown(String detail) implements Header {}
}
