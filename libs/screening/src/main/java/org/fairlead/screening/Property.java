package org.fairlead.screening;

import java.util.Locale;

/// What besides names is held against each other. All are sets: a hull may carry two IMO numbers in
/// a list, a ship several past flags.
public enum Property {
    /// Seven digits.
    IMO,
    /// Nine digits.
    MMSI,
    CALL_SIGN,
    /// IMO number of an owner or manager: never a ship's.
    COMPANY_IMO,
    /// Passport, registration, tax number: letters and digits.
    IDENTIFIER,
    /// ISO 3166 alpha-2 where the country is known, else folded text.
    FLAG,
    PAST_FLAG,
    VESSEL_TYPE,
    BUILD_YEAR,
    GROSS_TONNAGE,
    DEADWEIGHT,
    OWNER,
    /// `yyyy`, `yyyy-MM` or `yyyy-MM-dd`.
    BIRTH_DATE,
    COUNTRY;

    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
