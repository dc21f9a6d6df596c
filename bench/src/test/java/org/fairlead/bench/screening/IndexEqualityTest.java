package org.fairlead.bench.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IndexEqualityTest {

    @Test
    void theIndexFindsWhatComparingWithEveryListingFindsOnTenThousandMutatedQueries() {
        var listings = MadeSubjects.own(20).make(400);

        var result = new IndexEquality(listings, 21).of(10_000);

        assertThat(result.queries()).isEqualTo(10_000);
        assertThat(result.hits()).isGreaterThan(10_000);
        assertThat(result.differences()).isZero();
    }
}
