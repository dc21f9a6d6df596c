package org.fairlead.sanctions.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A listing as JSON in one fixed order, and the SHA-256 of that text: two files that say the same
/// of an entry give the same hash, whatever their layout.
///
/// @param json absent values left out, empty lists too
public record CanonicalListing(Listing listing, String json, String hash) {

    public static CanonicalListing of(Listing listing) {
        String json = json(listing).toString();
        return new CanonicalListing(listing, json, sha256(json));
    }

    private static ObjectNode json(Listing listing) {
        var vessel = listing.vessel();
        var node = JsonNodeFactory.instance.objectNode();
        text(node, "sourceId", listing.sourceId());
        text(node, "type", listing.type());
        text(node, "name", listing.name());
        texts(node, "aliases", listing.aliases());
        texts(node, "programs", listing.programs());
        text(node, "imo", vessel.imo());
        text(node, "mmsi", vessel.mmsi());
        text(node, "callSign", vessel.callSign());
        text(node, "flag", vessel.flag());
        texts(node, "formerFlags", vessel.formerFlags());
        text(node, "vesselType", vessel.vesselType());
        text(node, "tonnage", vessel.tonnage());
        text(node, "grossTonnage", vessel.grossTonnage());
        text(node, "owner", vessel.owner());
        text(node, "companyImo", listing.companyImo());
        text(node, "remarks", listing.remarks());
        text(node, "listedOn", listing.listedOn() == null ? null : listing.listedOn().toString());
        texts(node, "otherFields", listing.otherFields());
        return node;
    }

    private static void text(ObjectNode node, String field, @Nullable String value) {
        if (value != null) {
            node.put(field, value);
        }
    }

    private static void texts(ObjectNode node, String field, List<String> values) {
        if (!values.isEmpty()) {
            var array = node.putArray(field);
            values.forEach(array::add);
        }
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
