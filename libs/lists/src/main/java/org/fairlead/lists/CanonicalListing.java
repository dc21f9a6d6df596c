package org.fairlead.lists;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A listing, its JSON ([ListingJson]) and the SHA-256 of that text: two files that say the same of
/// an entry give the same hash, whatever their layout.
public record CanonicalListing(Listing listing, String json, String hash) {

    public static CanonicalListing of(Listing listing) {
        String json = ListingJson.write(listing);
        return new CanonicalListing(listing, json, sha256(json));
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
