package no.samtidig.interoperability;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import no.samtidig.platform.Language;
import no.samtidig.platform.PublicAddress;
import no.samtidig.platform.Texts;
import no.samtidig.questionnaire.Questionnaire;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What the tests of FHIR need: our side of it, and HL7's own validator without network. */
final class Workbench {
    static final FhirQuestionnaires FHIR = new FhirQuestionnaires(
            new AnnotationConfigApplicationContext(Texts.class).getBean(Texts.class),
            new PublicAddress(URI.create("http://127.0.0.1:8080")));

    private static final class Loaded { // takes some seconds, so only for those who ask
        static final FhirValidator VALIDATOR = validator();

        private static FhirValidator validator() {
            FhirContext context = FhirContext.forR4();
            return context.newValidator()
                    .registerValidatorModule(new FhirInstanceValidator(new ValidationSupportChain(
                            new DefaultProfileValidationSupport(context),
                            new InMemoryTerminologyServerValidationSupport(context),
                            new CommonCodeSystemsTerminologyService(context))));
        }
    }

    private Workbench() {}

    /** What HL7's validator calls an error. */
    static List<String> errors(String json) {
        return Loaded.VALIDATOR.validateWithResult(json).getMessages().stream()
                .filter(it -> it.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(it -> it.getLocationString() + ": " + it.getMessage())
                .toList();
    }

    static Reading read(String json) {
        return FHIR.read(json.getBytes(StandardCharsets.UTF_8), Language.NB);
    }

    /** The files of the field, by name. */
    static Stream<String> files() {
        try (Stream<Path> files = Files.list(Path.of("src", "test", "resources", "fhir"))) {
            return files.map(it -> it.getFileName().toString().replace(".json", "")).sorted().toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String file(String name) {
        try {
            return Files.readString(Path.of("src", "test", "resources", "fhir", name + ".json"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static ImportReport.Entry entry(Reading.Read read, String link) {
        return read.report().entries().stream()
                .filter(it -> it.link().equals(link))
                .findFirst()
                .orElseThrow();
    }

    static Reading.Read taken(String json) {
        if (read(json) instanceof Reading.Read read) {
            return read;
        }
        throw new AssertionError("refused: " + read(json));
    }

    static Reading.Read thereAndBack(Questionnaire questionnaire) {
        return taken(FHIR.write(questionnaire, true).json());
    }
}
