package org.fairlead.sanctions.list;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairlead.sanctions.format.Listing;

/// Text as it is searched: names and identifiers without case and accents.
public final class SearchText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private SearchText() {}

    static String of(Listing listing) {
        var vessel = listing.vessel();
        return Stream.of(
                        Stream.of(listing.name()),
                        listing.aliases().stream(),
                        Stream.of(listing.sourceId()),
                        Stream.of(
                                vessel.imo(),
                                vessel.mmsi(),
                                vessel.callSign(),
                                listing.companyImo()),
                        listing.otherFields().stream()
                                .filter(field -> field.startsWith("REFERENCE_NUMBER: "))
                                .map(field -> field.substring("REFERENCE_NUMBER: ".length())))
                .flatMap(values -> values)
                .filter(Objects::nonNull)
                .map(SearchText::folded)
                .collect(Collectors.joining(" "));
    }

    /// Words in lower case without accents, one space between them.
    public static String folded(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return NOT_WORDS.matcher(plain).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
