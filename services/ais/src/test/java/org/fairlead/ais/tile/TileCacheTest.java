package org.fairlead.ais.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class TileCacheTest {

    private static final TileCache.Key WORLD =
            new TileCache.Key(TilePlace.of(0, 0, 0).orElseThrow(), 0);
    private static final TileCache.Key HARBOUR =
            new TileCache.Key(TilePlace.of(12, 2100, 1300).orElseThrow(), 0);

    private Instant now = Instant.parse("2024-01-02T12:00:00Z");
    private final TileCache cache = new TileCache(() -> now, Duration.ofSeconds(5));
    private int drawings;

    private Uni<byte[]> draw() {
        drawings++;
        return Uni.createFrom().item(() -> new byte[] {(byte) drawings});
    }

    private byte[] ask(TileCache.Key key, Supplier<Uni<byte[]>> draw) {
        return cache.get(key, draw).await().indefinitely();
    }

    @Test
    void drawsAWideTileOnceForAllWhoAskMeanwhile() {
        byte[] first = ask(WORLD, this::draw);
        now = now.plusMillis(4_999);

        assertThat(ask(WORLD, this::draw)).isSameAs(first);
        assertThat(drawings).isOne();
    }

    @Test
    void drawsItAnewAfterAWhile() {
        var unused = ask(WORLD, this::draw);
        now = now.plusSeconds(5);

        assertThat(ask(WORLD, this::draw)).containsExactly(2);
    }

    @Test
    void drawsDeepOnesEachTime() {
        var unused = ask(HARBOUR, this::draw);

        assertThat(ask(HARBOUR, this::draw)).containsExactly(2);
    }

    @Test
    void keepsNoFailure() {
        assertThatThrownBy(() ->
                        ask(
                                WORLD,
                                () -> Uni.createFrom().failure(new IllegalStateException("away"))))
                .hasMessage("away");

        assertThat(ask(WORLD, this::draw)).containsExactly(1);
    }
}
