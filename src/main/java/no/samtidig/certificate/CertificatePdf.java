package no.samtidig.certificate;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.nayuki.qrcodegen.QrCode;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import javax.imageio.ImageIO;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import no.samtidig.platform.Language;
import no.samtidig.platform.PublicAddress;
import no.samtidig.platform.Texts;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.springframework.stereotype.Service;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * A certificate on paper: one page, tagged (PDF/UA-1) and made to last (PDF/A-3), with the fonts inside. The same certificate gives
 * the same bytes. Fonts and the library are read when the first one is asked for, not at start.
 */
@Service
public class CertificatePdf {
    private static final String PAPER = "no/samtidig/certificate/web/paper.jte";
    private static final String SERIF = "SourceSerif4_600SemiBold.ttf";
    private static final Color FJORD = new Color(0x12494f);
    private static final Color CLAY = new Color(0xb5482f);

    static {
        XRLog.setLoggingEnabled(false); // it would log what stands on the paper
    }

    /** Drawn once, when the first certificate is printed. */
    private static final class Pictures {
        static final String GROUND = data(ground());
        static final String MARK = data(mark());
    }

    private final TemplateEngine templates;
    private final Texts texts;
    private final PublicAddress address;

    CertificatePdf(TemplateEngine templates, Texts texts, PublicAddress address) {
        this.templates = templates;
        this.texts = texts;
        this.address = address;
    }

    /** The file, in the reader's language. */
    public byte[] print(Certificate certificate, Language language) {
        String link = address.of(certificate.code().path());
        Paper paper = new Paper(
                certificate,
                language,
                texts,
                address.value().getRawAuthority(),
                link,
                serifHas(certificate.name()),
                data(qr(link)));
        Utf8ByteOutput html = new Utf8ByteOutput();
        templates.render(PAPER, Map.of("paper", paper), html);
        return pdf(document(html.toByteArray()), certificate);
    }

    private static Document document(byte[] html) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(html));
            Element style = document.createElement("style");
            style.setTextContent(new String(resource("certificate.css"), StandardCharsets.UTF_8)
                    .replace("{ground}", Pictures.GROUND)
                    .replace("{mark}", Pictures.MARK));
            document.getElementsByTagName("head").item(0).appendChild(style);
            return document;
        } catch (ParserConfigurationException | SAXException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] pdf(Document document, Certificate certificate) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_A)
                .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
                .withProducer("Samtidig")
                .useUriResolver((base, uri) -> uri.startsWith("data:") ? uri : null)
                .withW3cDocument(document, null);
        builder.useFont(font("Inter_400Regular.ttf"), "Inter", 400, FontStyle.NORMAL, true);
        builder.useFont(font("Inter_600SemiBold.ttf"), "Inter", 600, FontStyle.NORMAL, true);
        builder.useFont(font(SERIF), "Source Serif", 600, FontStyle.NORMAL, true);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            PDDocument made = renderer.getPdfDocument();
            date(made, certificate);
            made.save(file);
            made.close();
            return file.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The day it was issued instead of the moment it was printed, in both places a PDF has it. */
    private static void date(PDDocument made, Certificate certificate) throws IOException {
        Calendar issued = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        issued.setTimeInMillis(certificate.issued().toEpochSecond() * 1000);
        made.getDocumentInformation().setCreationDate(issued);
        PDMetadata metadata = Objects.requireNonNull(made.getDocumentCatalog().getMetadata());
        String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8)
                .replaceAll(
                        "(<xmp:CreateDate>)[^<]*",
                        "$1" + certificate.issued().toInstant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
        metadata.importXMPMetadata(xmp.getBytes(StandardCharsets.UTF_8));
        made.setDocumentId(certificate.id().getMostSignificantBits());
    }

    private static boolean serifHas(String name) {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(resource(SERIF)))) {
            CmapLookup letters = font.getUnicodeCmapLookup();
            return name.codePoints().allMatch(it -> letters.getGlyphId(it) != 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static FSSupplier<InputStream> font(String name) {
        return () -> new ByteArrayInputStream(resource(name));
    }

    private static byte[] resource(String name) {
        try (InputStream in = CertificatePdf.class.getResourceAsStream("/pdf/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static BufferedImage qr(String link) {
        QrCode code = QrCode.encodeText(link, QrCode.Ecc.MEDIUM);
        int dots = 8;
        int quiet = 2;
        int size = (code.size + 2 * quiet) * dots;
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, size, size);
        pen.setColor(Color.BLACK);
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    pen.fillRect((x + quiet) * dots, (y + quiet) * dots, dots, dots);
                }
            }
        }
        pen.dispose();
        return image;
    }

    /** Our two circles, at 600 dots to the inch. Without words: a server may have no font of its own to draw with. */
    private static BufferedImage mark() {
        BufferedImage image = new BufferedImage(450, 312, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = pen(image);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 450, 312);
        circles(pen, 140, 156, 126, 144, 24, FJORD, CLAY);
        pen.dispose();
        return image;
    }

    /** The same circles large and faint, running out of the page's corner. */
    private static BufferedImage ground() {
        BufferedImage image = new BufferedImage(1240, 992, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = pen(image);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 1240, 992);
        circles(pen, 640, 330, 470, 540, 5, new Color(0xdbe6e5), new Color(0xfaf0ec));
        pen.dispose();
        return image;
    }

    private static Graphics2D pen(BufferedImage image) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return pen;
    }

    private static void circles(
            Graphics2D pen, double x, double y, double radius, double apart, float line, Color outline, Color lens) {
        Ellipse2D rus = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        Ellipse2D vold = new Ellipse2D.Double(x + apart - radius, y - radius, 2 * radius, 2 * radius);
        Area both = new Area(rus);
        both.intersect(new Area(vold));
        pen.setColor(lens);
        pen.fill(both);
        pen.setColor(outline);
        pen.setStroke(new BasicStroke(line));
        pen.draw(rus);
        pen.draw(vold);
    }

    private static String data(BufferedImage image) {
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
