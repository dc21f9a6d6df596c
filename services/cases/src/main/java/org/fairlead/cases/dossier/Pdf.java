package org.fairlead.cases.dossier;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.util.XRLog;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.fairlead.cases.chart.Chart;
import org.fairlead.cases.chart.Drawn;

/// Sets a page as PDF/A-2 (ISO 19005-2), tagged, with its fonts in it. The same page gives the same
/// bytes: times and ids come from the version, not from the clock.
final class Pdf {

    static final String MAP = "image/fairlead-map";

    private static final byte[] COLOURS = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        XRLog.setLoggingEnabled(false);
    }

    private Pdf() {}

    /// What stands in the page for a map.
    static String placeholder(int index, String title) {
        return "<object type=\"%s\" data=\"%d\" title=\"%s\" alt=\"%s\" style=\"display:block;width:%dpx;height:%dpx\"></object>"
                .formatted(MAP, index, title, title, Chart.WIDTH, Chart.HEIGHT);
    }

    /// @param charts in the order of their placeholders
    static byte[] of(String page, List<Chart> charts, Instant at, long id) throws IOException {
        var builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
        builder.usePdfUaAccessibility(true);
        builder.useColorProfile(COLOURS);
        builder.withProducer("Fairlead");
        builder.useUriResolver((base, uri) -> null);
        font(builder, "DejaVuSans.ttf", "Fairlead Sans", 400);
        font(builder, "DejaVuSans-Bold.ttf", "Fairlead Sans", 700);
        font(builder, "DroidSansFallbackFull.ttf", "Fairlead Wide", 400);
        var maps = new DefaultObjectDrawerFactory();
        maps.registerDrawer(MAP, drawer(charts));
        builder.useObjectDrawerFactory(maps);
        builder.withHtmlContent(page, null);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            try (PDDocument document = renderer.getPdfDocument()) {
                return finished(document, at, id);
            }
        }
    }

    private static void font(PdfRendererBuilder builder, String file, String family, int weight) {
        builder.useFont(() -> font(file), family, weight, FontStyle.NORMAL, true);
    }

    private static InputStream font(String file) {
        return Objects.requireNonNull(Pdf.class.getResourceAsStream("fonts/" + file), file);
    }

    private static byte[] finished(PDDocument document, Instant at, long id) throws IOException {
        var made =
                GregorianCalendar.from(at.truncatedTo(ChronoUnit.SECONDS).atZone(ZoneOffset.UTC));
        document.getDocumentInformation().setCreationDate(made);
        document.getDocumentInformation().setModificationDate(null);
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        String said = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        String withSeconds = at.truncatedTo(ChronoUnit.SECONDS).toString();
        metadata.importXMPMetadata(
                said.replaceAll(
                                "<xmp:CreateDate>[^<]*</xmp:CreateDate>",
                                "<xmp:CreateDate>" + withSeconds + "</xmp:CreateDate>")
                        .getBytes(StandardCharsets.UTF_8));
        document.setDocumentId(id);
        var out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private static FSObjectDrawer drawer(List<Chart> charts) {
        return (element, x, y, width, height, device, context, dotsPerPixel) -> {
            Chart chart = charts.get(Integer.parseInt(element.getAttribute("data")));
            device.drawWithGraphics(
                    (float) x,
                    (float) y,
                    (float) width / dotsPerPixel,
                    (float) height / dotsPerPixel,
                    graphics -> draw(chart, graphics));
            return java.util.Map.of();
        };
    }

    private static void draw(Chart chart, Graphics2D graphics) {
        for (Drawn drawn : chart.drawn()) {
            if (!drawn.fill().isEmpty()) {
                graphics.setColor(Color.decode(drawn.fill()));
                graphics.fill(drawn.path());
            }
            if (!drawn.stroke().isEmpty()) {
                graphics.setColor(Color.decode(drawn.stroke()));
                graphics.setStroke(stroke(drawn));
                graphics.draw(drawn.path());
            }
        }
    }

    private static BasicStroke stroke(Drawn drawn) {
        return drawn.isDashed()
                ? new BasicStroke(
                        drawn.strokeWidth(),
                        BasicStroke.CAP_BUTT,
                        BasicStroke.JOIN_MITER,
                        10,
                        new float[] {5, 4},
                        0)
                : new BasicStroke(drawn.strokeWidth());
    }
}
