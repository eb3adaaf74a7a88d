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
