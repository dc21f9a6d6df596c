package org.fairlead.sanctions.list;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairlead.lists.ListedName;
import org.fairlead.lists.Listing;

/// Text as it is searched: names and identifiers without case and accents.
public final class SearchText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private SearchText() {}

    static String of(Listing listing) {
        var vessel = listing.vessel();
        return Stream.of(
                        listing.names().stream().map(ListedName::text),
                        Stream.of(listing.sourceId()),
                        vessel.imos().stream(),
                        vessel.mmsis().stream(),
                        vessel.callSigns().stream(),
                        listing.party().companyImos().stream(),
                        listing.otherFields().stream()
                                .filter(field -> field.startsWith("REFERENCE_NUMBER: "))
                                .map(field -> field.substring("REFERENCE_NUMBER: ".length())))
                .flatMap(values -> values)
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
