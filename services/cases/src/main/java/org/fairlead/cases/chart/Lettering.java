package org.fairlead.cases.chart;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// Words as outlines of the font dossiers are set in.
final class Lettering {

    private static final String FONT = "/org/fairlead/cases/dossier/fonts/DejaVuSans.ttf";

    private static final class Read {
        static final TrueTypeFont FONT_FILE = font();

        private static TrueTypeFont font() {
            try (var in = Objects.requireNonNull(Lettering.class.getResourceAsStream(FONT))) {
                return new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }
    }

    private Lettering() {}

    /// @param x where it begins
    /// @param y of the line it stands on
    static Path2D of(String text, double x, double y, double sizePixels) {
        var path = new Path2D.Double();
        try {
            TrueTypeFont font = Read.FONT_FILE;
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            double scale = sizePixels / font.getUnitsPerEm();
            double at = x;
            for (int point : text.codePoints().toArray()) {
                int id = glyphs.getGlyphId(point);
                GlyphData glyph = outline(font, id);
                if (glyph != null) {
                    var place = AffineTransform.getTranslateInstance(at, y);
                    place.scale(scale, -scale);
                    path.append(glyph.getPath().getPathIterator(place), false);
                }
                at += font.getAdvanceWidth(id) * scale;
            }
            return path;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// The font reads its file as it is asked, which two threads may not do at once.
    private static @org.jspecify.annotations.Nullable GlyphData outline(TrueTypeFont font, int id)
            throws IOException {
        synchronized (Read.class) {
            return font.getGlyph().getGlyph(id);
        }
    }

    static double width(String text, double sizePixels) {
        try {
            TrueTypeFont font = Read.FONT_FILE;
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            double width = 0;
            for (int point : text.codePoints().toArray()) {
                width += font.getAdvanceWidth(glyphs.getGlyphId(point));
            }
            return width * sizePixels / font.getUnitsPerEm();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
