package org.fairlead.lists;

import java.time.LocalDate;

/// A day from which an entry is listed, as its publisher claims.
///
/// @param field the publisher's name of the field it stands in, such as `LISTED_ON`
public record ListingDate(LocalDate date, String field) {}
