package org.fairlead.lists;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.fairlead.lists.ListedName.Kind;
import org.fairlead.lists.ListedName.Strength;
import org.fairlead.lists.RelatedParty.Role;
import org.fairlead.lists.VesselParticulars.Build;
import org.jspecify.annotations.Nullable;

/// A listing as JSON in one fixed order, and back. Absent values and empty lists are left out, so a
/// field added later leaves the text of entries without it as it was.
///
/// Whoever changes what is written for the same file raises [#MODEL]: rows written under another
/// model are read anew from the publishers' bytes before anything is compared with them.
public final class ListingJson {

    /// Of the shape and of the readers behind it; 1 was before names had kinds.
    public static final int MODEL = 2;

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ListingJson() {}

    public static String write(Listing listing) {
        var text = new StringWriter(512);
        try (var json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("sourceId", listing.sourceId());
            json.writeStringField("type", listing.type());
            writeNames(json, listing.names());
            writeTexts(json, "programs", listing.programs());
            writeDates(json, listing.designation().dates());
            writeVessel(json, listing.vessel());
            writeParty(json, listing.party());
            writeText(json, "remarks", listing.remarks());
            writeTexts(json, "otherFields", listing.otherFields());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void writeNames(JsonGenerator json, List<ListedName> names) throws IOException {
        json.writeArrayFieldStart("names");
        for (ListedName name : names) {
            json.writeStartObject();
            json.writeStringField("text", name.text());
            json.writeStringField("kind", slug(name.kind()));
            json.writeStringField("strength", slug(name.strength()));
            json.writeStringField("script", name.script());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeDates(JsonGenerator json, List<ListingDate> dates) throws IOException {
        if (!dates.isEmpty()) {
            json.writeArrayFieldStart("listingDates");
            for (ListingDate date : dates) {
                json.writeStartObject();
                json.writeStringField("date", date.date().toString());
                json.writeStringField("field", date.field());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private static void writeVessel(JsonGenerator json, VesselParticulars vessel)
            throws IOException {
        if (vessel.equals(VesselParticulars.NONE)) {
            return;
        }
        writeTexts(json, "imos", vessel.imos());
        writeTexts(json, "mmsis", vessel.mmsis());
        writeTexts(json, "callSigns", vessel.callSigns());
        writeTexts(json, "flags", vessel.flags());
        writeTexts(json, "formerFlags", vessel.formerFlags());
        writeText(json, "vesselType", vessel.build().type());
        writeText(json, "tonnage", vessel.build().tonnage());
        writeText(json, "grossTonnage", vessel.build().grossTonnage());
        writeText(json, "yearBuilt", vessel.build().yearBuilt());
        writeText(json, "length", vessel.build().length());
        writeParties(json, vessel.parties());
    }

    private static void writeParties(JsonGenerator json, List<RelatedParty> parties)
            throws IOException {
        if (!parties.isEmpty()) {
            json.writeArrayFieldStart("parties");
            for (RelatedParty party : parties) {
                json.writeStartObject();
                json.writeStringField("name", party.name());
                json.writeStringField("role", slug(party.role()));
                writeText(json, "imo", party.imo());
                writeText(json, "sourceId", party.sourceId());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private static void writeParty(JsonGenerator json, PartyParticulars party) throws IOException {
        writeTexts(json, "companyImos", party.companyImos());
        writeTexts(json, "birthDates", party.birthDates());
        writeTexts(json, "countries", party.countries());
    }

    private static void writeText(JsonGenerator json, String field, @Nullable String value)
            throws IOException {
        if (value != null) {
            json.writeStringField(field, value);
        }
    }

    private static void writeTexts(JsonGenerator json, String field, List<String> values)
            throws IOException {
        if (!values.isEmpty()) {
            json.writeArrayFieldStart(field);
            for (String value : values) {
                json.writeString(value);
            }
            json.writeEndArray();
        }
    }

    /// The listing of a text that [#write] made, in this model or the first.
    public static Listing read(String json) {
        try {
            return read(MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a stored listing is no JSON", e);
        }
    }

    public static Listing read(JsonNode json) {
        return new Listing(
                json.path("sourceId").asText(),
                json.path("type").asText(),
                names(json),
                vessel(json),
                new PartyParticulars(
                        texts(json, "companyImos", "companyImo"),
                        texts(json, "birthDates", null),
                        texts(json, "countries", null)),
                new Designation(texts(json, "programs", null), dates(json)),
                text(json, "remarks"),
                texts(json, "otherFields", null));
    }

    private static List<ListedName> names(JsonNode json) {
        var names = new ArrayList<ListedName>();
        if (json.has("name")) {
            names.add(ListedName.of(json.get("name").asText(), Kind.PRIMARY, Strength.STRONG));
            texts(json, "aliases", null)
                    .forEach(alias -> names.add(ListedName.of(alias, Kind.AKA, Strength.STRONG)));
        }
        for (JsonNode name : json.path("names")) {
            names.add(
                    new ListedName(
                            name.path("text").asText(),
                            Kind.valueOf(constant(name.path("kind").asText())),
                            Strength.valueOf(constant(name.path("strength").asText())),
                            name.path("script").asText()));
        }
        return names;
    }

    private static VesselParticulars vessel(JsonNode json) {
        var build =
                new Build(
                        text(json, "vesselType"),
                        text(json, "tonnage"),
                        text(json, "grossTonnage"),
                        text(json, "yearBuilt"),
                        text(json, "length"));
        return new VesselParticulars(
                texts(json, "imos", "imo"),
                texts(json, "mmsis", "mmsi"),
                texts(json, "callSigns", "callSign"),
                texts(json, "flags", "flag"),
                texts(json, "formerFlags", null),
                build,
                parties(json));
    }

    private static List<RelatedParty> parties(JsonNode json) {
        var parties = new ArrayList<RelatedParty>();
        if (json.has("owner")) {
            parties.add(new RelatedParty(json.get("owner").asText(), Role.OWNER, null, null));
        }
        for (JsonNode party : json.path("parties")) {
            parties.add(
                    new RelatedParty(
                            party.path("name").asText(),
                            Role.valueOf(constant(party.path("role").asText())),
                            text(party, "imo"),
                            text(party, "sourceId")));
        }
        return parties;
    }

    private static List<ListingDate> dates(JsonNode json) {
        var dates = new ArrayList<ListingDate>();
        if (json.has("listedOn")) {
            dates.add(
                    new ListingDate(
                            java.time.LocalDate.parse(json.get("listedOn").asText()), "LISTED_ON"));
        }
        for (JsonNode date : json.path("listingDates")) {
            dates.add(
                    new ListingDate(
                            java.time.LocalDate.parse(date.path("date").asText()),
                            date.path("field").asText()));
        }
        return dates;
    }

    private static List<String> texts(JsonNode json, String field, @Nullable String single) {
        if (single != null && json.has(single)) {
            return List.of(json.get(single).asText());
        }
        var texts = new ArrayList<String>();
        json.path(field).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static @Nullable String text(JsonNode json, String field) {
        var value = json.get(field);
        return value == null || value.isNull() ? null : Objects.requireNonNull(value.asText());
    }

    private static String slug(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String constant(String slug) {
        return slug.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
