package no.samtidig.certificate;

import io.nayuki.qrcodegen.QrCode;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Optional;
import no.samtidig.platform.Language;
import no.samtidig.platform.Papers;
import no.samtidig.platform.PublicAddress;
import no.samtidig.platform.Texts;
import org.springframework.stereotype.Service;

/**
 * A certificate on paper: one page, tagged (PDF/UA-1) and made to last (PDF/A-3), with the fonts inside. The same certificate gives
 * the same bytes.
 */
@Service
public class CertificatePdf {
    private static final String PAPER = "no/samtidig/certificate/web/paper.jte";
    private static final Color FJORD = new Color(0x12494f);
    private static final Color CLAY = new Color(0xb5482f);

    /** Drawn once, when the first certificate is printed. */
    private static final class Pictures {
        static final Papers.Form FORM = new Papers.Form(
                PAPER, "certificate.css", Map.of("ground", Papers.picture(ground()), "mark", Papers.picture(mark())));
    }

    private final Papers papers;
    private final Texts texts;
    private final PublicAddress address;

    CertificatePdf(Papers papers, Texts texts, PublicAddress address) {
        this.papers = papers;
        this.texts = texts;
        this.address = address;
    }

    /** The file, in the reader's language. */
    public byte[] print(Certificate certificate, Language language) {
        String link = address.of(certificate.code().path());
        NameOnPaper name = NameOnPaper.of(certificate.name());
        Paper paper = new Paper(
                certificate, language, texts, address.value().getRawAuthority(), link, name, Papers.picture(qr(link)));
        return papers.print(
                Pictures.FORM,
                paper,
                name.fonts(),
                certificate.issued().toInstant(),
                certificate.id().getMostSignificantBits());
    }

    /** How {@link #print} writes a name that it cannot write with its own letters; empty where it can. */
    public static Optional<String> inLatin(String name) {
        NameOnPaper paper = NameOnPaper.of(name);
        return paper.latin() ? Optional.of(paper.text()) : Optional.empty();
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
}
