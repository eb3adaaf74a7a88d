package no.samtidig.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.samtidig.App;
import no.samtidig.Proves;
import no.samtidig.catalogue.KnowledgeModules;
import no.samtidig.platform.Language;
import no.samtidig.trust.Promise;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** The certificate on paper, judged by veraPDF, read by PDFBox, and its code by a reader of QR codes. */
@Proves({Promise.FOR_ALL, Promise.CERTIFICATE, Promise.LANGUAGES})
class CertificatePdfTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static CertificatePdf pdf;

    @BeforeAll
    static void start() {
        VeraGreenfieldFoundryProvider.initialise();
        pdf = App.shared().bean(CertificatePdf.class);
    }

    private static Certificate certificate(String name) {
        Achievement achievement = Achievement.of(
                App.shared().bean(KnowledgeModules.class).module("grunnmodul").orElseThrow());
        return new Certificate(
                new UUID(1, 2),
                new CertificateCode("K7QF2M9XHJ3T8RWP"),
                achievement,
                name,
                "Sundvik døgnenhet",
                DAY,
                true,
                OffsetDateTime.parse("2026-11-21T10:15:30+01:00"),
                DAY.plusYears(3),
                Optional.empty(),
                new Certificate.Choice(true, false, false, false),
                null);
    }

    private static List<String> faults(byte[] file, PDFAFlavour flavour) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(file), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            List<String> faults = result.getTestAssertions().stream()
                    .filter(it -> it.getStatus() == TestAssertion.Status.FAILED)
                    .map(it -> it.getRuleId().getClause() + " " + it.getMessage())
                    .distinct()
                    .toList();
            assertThat(result.isCompliant()).isEqualTo(faults.isEmpty());
            return faults;
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    @TestFactory
    Stream<DynamicTest> it_is_made_for_everybody_and_made_to_last() {
        return Stream.of(Language.values())
                .flatMap(language -> Stream.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_3_A)
                        .map(flavour -> DynamicTest.dynamicTest(language + " " + flavour, () -> {
                            byte[] file = pdf.print(certificate("Áilu Ŋuorti-Čearru Šaŧŧo"), language);
                            Files.createDirectories(Path.of("target/pdf"));
                            Files.write(Path.of("target/pdf/kursbevis-" + language.tag() + ".pdf"), file);
                            assertThat(faults(file, flavour)).isEmpty();
                        })));
    }

    @TestFactory
    Stream<DynamicTest> a_broken_one_is_caught() {
        Map<String, Break> breaks = Map.of(
                "no title", it -> it.getDocumentCatalog().setMetadata(null),
                "no tags", it -> it.getDocumentCatalog().setStructureTreeRoot(null),
                "no language", it -> it.getDocumentCatalog().setLanguage(null));
        return breaks.entrySet().stream()
                .map(it -> DynamicTest.dynamicTest(it.getKey(), () -> {
                    byte[] file = pdf.print(certificate("Ane Solvik"), Language.NB);
                    ByteArrayOutputStream broken = new ByteArrayOutputStream();
                    try (PDDocument document = Loader.loadPDF(file)) {
                        it.getValue().in(document);
                        document.save(broken);
                    }
                    assertThat(faults(broken.toByteArray(), PDFAFlavour.PDFUA_1))
                            .isNotEmpty();
                }));
    }

    private interface Break {
        void in(PDDocument document);
    }

    @Test
    void it_is_one_page_with_what_a_committee_asks_for_and_every_letter() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.print(certificate("Áilu Ŋuorti-Čearru Šaŧŧo đž"), Language.NB))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getDocumentInformation().getTitle()).startsWith("Kursbevis: ");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("nb");
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains(
                            "Áilu Ŋuorti-Čearru Šaŧŧo đž",
                            "21. november 2026",
                            "egenstudium",
                            "Identifisere",
                            "K7QF-2M9X-HJ3T-8RWP",
                            "gir ikke godkjente timer",
                            "ikke fagfellevurdert")
                    .doesNotContain("Sundvik");
        }
    }

    private static String printed(String name) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.print(certificate(name), Language.NB))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @TestFactory
    Stream<DynamicTest> names_are_printed_with_their_own_letters_or_with_latin_ones_that_are_told_of() {
        return Stream.of(
                        List.of("Գոռ Սարգսյան", "Գոռ Սարգսյան"),
                        List.of("გიორგი ბერიძე", "გიორგი ბერიძე"),
                        List.of("李明", "李明"),
                        List.of("さくら", "さくら"),
                        List.of("ሰላም ገብረ", "ሰላም ገብረ"),
                        List.of("Олена Шевченко", "Олена Шевченко"),
                        List.of("Ελένη", "Ελένη"),
                        List.of("Nguyễn Thị Hường", "Nguyễn Thị Hường"),
                        List.of("A\u030Ase O\u0308berg", "Åse Öberg"),
                        List.of("Åse\u200B\u202E Berg", "Åse Berg"),
                        List.of("प्रवीण कुमार", "Pravīṇa Kumāra"),
                        List.of("김민준", "Gimminjun"),
                        List.of("Ane 김", "Ane Gim"))
                .map(it -> DynamicTest.dynamicTest(it.getFirst(), () -> {
                    assertThat(printed(it.getFirst())).contains(it.getLast()).doesNotContain("#");
                    boolean own =
                            it.getLast().equals(NameOnPaper.of(it.getFirst()).text())
                                    && !NameOnPaper.of(it.getFirst()).latin();
                    assertThat(CertificatePdf.inLatin(it.getFirst()).orElse(it.getLast()))
                            .isEqualTo(it.getLast());
                    assertThat(CertificatePdf.inLatin(it.getFirst()).isPresent())
                            .isNotEqualTo(own);
                }));
    }

    @Test
    void names_from_right_to_left_are_drawn_and_the_file_is_still_made_for_everybody() throws IOException {
        for (String name : List.of("محمد الأحمد", "שרה כהן", "Ane محمد Solvik")) {
            byte[] file = pdf.print(certificate(name), Language.NB);
            Files.write(Path.of("target/pdf/kursbevis-" + name.codePointAt(0) + ".pdf"), file);
            assertThat(faults(file, PDFAFlavour.PDFUA_1)).isEmpty();
            assertThat(faults(file, PDFAFlavour.PDFA_3_A)).isEmpty();
            assertThat(CertificatePdf.inLatin(name)).isEmpty();
            assertThat(printed(name)).doesNotContain("#");
        }
    }

    @Test
    void however_long_a_name_is_it_stays_on_the_paper_and_off_the_check_box() throws IOException {
        for (String name : List.of(
                "Wilhelmina Maximiliane Konstantinowna von Hohenzollern-Wallmoden og Mygland-Skjervøy",
                "W".repeat(36),
                "Ane " + "Å".repeat(76),
                "李".repeat(80))) {
            byte[] file = pdf.print(certificate(name), Language.NN);
            try (PDDocument document = Loader.loadPDF(file)) {
                assertThat(document.getNumberOfPages()).isEqualTo(1);
                Files.write(Path.of("target/pdf/kursbevis-long-" + name.codePointAt(5) + ".pdf"), file);
                Reach reach = new Reach();
                reach.getText(document);
                assertThat(reach.right).as("right edge, " + name).isLessThan(595 - 60);
                assertThat(reach.lastLesson).as("above the check box, " + name).isLessThan(reach.check - 10);
            }
        }
    }

    /** How far the text reaches, in points from the upper left corner. */
    private static final class Reach extends PDFTextStripper {
        private double right;
        private double lastLesson;
        private double check;

        @Override
        protected void writeString(String text, List<TextPosition> positions) {
            TextPosition last = positions.getLast();
            right = Math.max(right, last.getXDirAdj() + last.getWidthDirAdj());
            if (text.endsWith(" min")) {
                lastLesson = Math.max(lastLesson, last.getYDirAdj());
            }
            if (text.startsWith("K7QF")) {
                check = last.getYDirAdj();
            }
        }
    }

    @Test
    void it_is_read_in_the_order_it_stands() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.print(certificate("Ane Solvik"), Language.NB))) {
            List<String> order = Tags.read(document);
            Files.write(Path.of("target/pdf/order.txt"), order);
            assertThat(String.join("\n", order))
                    .containsSubsequence(
                            "Ane Solvik",
                            "21. november 2026",
                            "Form",
                            "Fornyet",
                            "Leksjoner",
                            "1.",
                            "K7QF-2M9X-HJ3T-8RWP",
                            "Figure");
        }
    }

    @Test
    void a_name_is_text_and_never_markup() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.print(certificate("<b>Å & \"Ø\"</b> ]]> &amp;"), Language.NN))) {
            assertThat(new PDFTextStripper().getText(document)).contains("<b>Å & \"Ø\"</b> ]]> &amp;");
        }
    }

    @Test
    void the_picture_leads_to_the_public_page() throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf.print(certificate("Ane Solvik"), Language.NB))) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 150);
            Files.createDirectories(Path.of("target/pdf"));
            javax.imageio.ImageIO.write(
                    page, "png", Path.of("target/pdf/kursbevis.png").toFile());
            BufferedImage corner = page.getSubimage(
                    page.getWidth() / 2, page.getHeight() / 2, page.getWidth() / 2, page.getHeight() / 2);
            assertThat(new QRCodeReader()
                            .decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(corner))))
                            .getText())
                    .isEqualTo("http://127.0.0.1:8080/kursbevis/K7QF-2M9X-HJ3T-8RWP");
        }
    }

    @Test
    void the_same_certificate_gives_the_same_bytes() {
        byte[] first = pdf.print(certificate("Ane Solvik"), Language.NB);
        assertThat(pdf.print(certificate("Ane Solvik"), Language.NB)).isEqualTo(first);
        assertThat(pdf.print(certificate("Ane Solberg"), Language.NB)).isNotEqualTo(first);
        assertThat(first.length).isBetween(20_000, 250_000);
    }
}
