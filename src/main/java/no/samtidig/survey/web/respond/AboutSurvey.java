package no.samtidig.survey.web.respond;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import no.samtidig.platform.Language;
import no.samtidig.platform.RichText;
import no.samtidig.platform.StartProblem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/** The text on what a survey can and cannot tell, read once from {@code content/questionnaires/om-undersokelsen.*.md}. */
@Component
class AboutSurvey {
    private final Map<Language, RichText> texts = new EnumMap<>(Language.class);

    AboutSurvey(ResourceLoader files, @Value("${samtidig.content:classpath:content/}") String root) {
        for (Language language : Language.values()) {
            Resource file = files.getResource(root + "questionnaires/om-undersokelsen." + language.tag() + ".md");
            if (file.exists()) {
                texts.put(language, read(file));
            }
        }
        if (!texts.containsKey(Language.NB)) {
            throw new StartProblem(
                    "The text questionnaires/om-undersokelsen.nb.md is missing from the content.",
                    "Put it back; the pages where surveys are answered link to it.");
        }
    }

    private static RichText read(Resource file) {
        try {
            return RichText.of(file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (IllegalArgumentException refusal) {
            throw new StartProblem(
                    "The text " + file.getFilename() + " cannot be read: " + refusal.getMessage(), "Mend it.");
        }
    }

    AboutSurveyPage page(Language wanted) {
        RichText own = texts.get(wanted);
        return own == null
                ? new AboutSurveyPage(Objects.requireNonNull(texts.get(Language.NB)), Language.NB)
                : new AboutSurveyPage(own, wanted);
    }
}
