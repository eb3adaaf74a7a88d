package no.samtidig.platform;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.EnumSet;
import java.util.GregorianCalendar;
import java.util.Objects;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Prints a page: tagged (PDF/UA-1) and made to last (PDF/A-3), with the fonts inside. Fonts and the library are read when the first one is
 * asked for, not at start. Nothing is fetched: pictures are data addresses.
 */
final class TaggedPdf {
    private static final Pattern CREATED = Pattern.compile("(<xmp:CreateDate>)[^<]*+");

    static {
        XRLog.setLoggingEnabled(false); // it would log what stands on the paper
    }

    private TaggedPdf() {}

    /**
     * The file. The same page, style, moment and number give the same bytes.
     *
     * @param xhtml well formed, with a title and a language
     * @param css the style sheet
     * @param fonts those it needs besides the usual ones
     * @param made the moment it says that it was made
     * @param number tells documents apart
     */
    static byte[] print(byte[] xhtml, String css, Set<PaperFont> fonts, Instant made, long number) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_A)
                .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
                .withProducer("Samtidig")
                .useUriResolver((base, uri) -> uri.startsWith("data:") ? uri : null)
                .withW3cDocument(document(xhtml, css), null);
        EnumSet<PaperFont> all = EnumSet.of(PaperFont.TEXT, PaperFont.STRONG, PaperFont.SERIF);
        all.addAll(fonts);
        all.forEach(it -> builder.useFont(font(it.file()), it.family(), it.weight(), FontStyle.NORMAL, true));
        if (fonts.stream().anyMatch(PaperFont::rightToLeft)) {
            builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
            builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
        }
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            date(document, made);
            document.setDocumentId(number);
            document.save(file);
            document.close();
            return file.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Document document(byte[] xhtml, String css) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(xhtml));
            Element style = document.createElement("style");
            style.setTextContent(css);
            document.getElementsByTagName("head").item(0).appendChild(style);
            return document;
        } catch (ParserConfigurationException | SAXException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** In both places a PDF has it. */
    private static void date(PDDocument document, Instant made) throws IOException {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        calendar.setTimeInMillis(made.getEpochSecond() * 1000);
        document.getDocumentInformation().setCreationDate(calendar);
        PDMetadata metadata =
                Objects.requireNonNull(document.getDocumentCatalog().getMetadata());
        String xmp = CREATED.matcher(new String(metadata.toByteArray(), StandardCharsets.UTF_8))
                .replaceAll("$1" + made.truncatedTo(ChronoUnit.SECONDS));
        metadata.importXMPMetadata(xmp.getBytes(StandardCharsets.UTF_8));
    }

    private static FSSupplier<InputStream> font(String name) {
        return () -> new ByteArrayInputStream(bytes(name));
    }

    /** A file in {@code resources/pdf}. */
    static byte[] bytes(String name) {
        try (InputStream in = TaggedPdf.class.getResourceAsStream("/pdf/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
