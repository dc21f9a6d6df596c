package org.fairlead.lists;

import java.util.List;

/// What a list says of a person or company.
///
/// @param companyImos IMO numbers in the file that are a company's, not a ship's
/// @param birthDates as exact as published: `1962`, `1962-03` or `1962-03-14`, else the publisher's
///   text
/// @param countries of nationality, address or registration, as published
public record PartyParticulars(
        List<String> companyImos, List<String> birthDates, List<String> countries) {

    public static final PartyParticulars NONE =
            new PartyParticulars(List.of(), List.of(), List.of());

    public PartyParticulars {
        companyImos = List.copyOf(companyImos);
        birthDates = List.copyOf(birthDates);
        countries = List.copyOf(countries);
    }
}
