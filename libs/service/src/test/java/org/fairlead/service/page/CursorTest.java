package org.fairlead.service.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.fairlead.service.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void comesBackFromItsText() {
        var cursor = new Cursor("2024-02-09T04:30:00Z", "018d-ü");

        assertThat(Cursor.parse(cursor.text())).isEqualTo(cursor);
    }

    @Test
    void isAbsentForTheFirstPage() {
        assertThat(Cursor.parse(null)).isNull();
        assertThat(Cursor.parse(" ")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "abc", "%%%", "bm90aGluZw"})
    void isRefusedWhenItIsNotOneOfOurs(String text) {
        assertThatThrownBy(() -> Cursor.parse(text))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("nextCursor");
    }

    @Test
    void pointsBehindTheLastRowOfAFullPage() {
        var page = Cursor.page(List.of("a", "b", "c"), 2, row -> new Cursor(row, row));

        assertThat(page.items()).containsExactly("a", "b");
        assertThat(page.nextCursor()).isEqualTo(new Cursor("b", "b").text());
    }

    @Test
    void isMissingOnTheLastPage() {
        assertThat(Cursor.page(List.of("a", "b"), 2, row -> new Cursor(row, row)).nextCursor())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 201})
    void refusesALimitOutOfRange(int limit) {
        assertThatThrownBy(() -> Cursor.limit(limit)).hasMessageContaining("1 to 200");
    }
}
