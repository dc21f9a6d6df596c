package org.fairlead.imagery.chip;

/// What a picture can be. The type comes from its first bytes, never from what its sender says.
enum PictureKind {
    PNG("image/png", true),
    JPEG("image/jpeg", true),
    WEBP("image/webp", true),
    /// For download only: browsers show none.
    TIFF("image/tiff", false);

    private final String mediaType;
    private final boolean isShown;

    PictureKind(String mediaType, boolean isShown) {
        this.mediaType = mediaType;
        this.isShown = isShown;
    }

    String mediaType() {
        return mediaType;
    }

    boolean isShown() {
        return isShown;
    }

    static PictureKind ofMediaType(String mediaType) {
        for (PictureKind kind : values()) {
            if (kind.mediaType.equals(mediaType)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of picture: " + mediaType);
    }
}
