package no.samtidig.platform;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;

/** Prints papers as PDF: a template that gives XHTML, and a style sheet in {@code resources/pdf}. */
@Component
public class Papers {
    private final TemplateEngine templates;

    Papers(TemplateEngine templates) {
        this.templates = templates;
    }

    /**
     * A paper and how it looks.
     *
     * @param template path of the template, which takes {@code paper}; what it gives is well formed, with a title and a language
     * @param style name of the style sheet
     * @param pictures put into the style sheet where their name stands in braces
     */
    public record Form(String template, String style, Map<String, String> pictures) {
        public Form {
            pictures = Map.copyOf(pictures);
        }

        public Form(String template, String style) {
            this(template, style, Map.of());
        }

        private String css() {
            String css = new String(TaggedPdf.bytes(style), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> it : pictures.entrySet()) {
                css = css.replace("{" + it.getKey() + "}", it.getValue());
            }
            return css;
        }
    }

    /**
     * The file: tagged (PDF/UA-1) and made to last (PDF/A-3). The same paper, moment and number give the same bytes.
     *
     * @param made the moment it says that it was made
     * @param number tells documents apart
     */
    public byte[] print(Form form, Object paper, Instant made, long number) {
        return print(form, paper, Set.of(), made, number);
    }

    /** The same with fonts for letters that the usual ones lack. */
    public byte[] print(Form form, Object paper, Set<PaperFont> fonts, Instant made, long number) {
        Utf8ByteOutput html = new Utf8ByteOutput();
        templates.render(form.template(), Map.of("paper", paper), html);
        return TaggedPdf.print(html.toByteArray(), form.css(), fonts, made, number);
    }

    /** A picture as an address that holds it. Nothing else is fetched for a paper. */
    public static String picture(BufferedImage image) {
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
