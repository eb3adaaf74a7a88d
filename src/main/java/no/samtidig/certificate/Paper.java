package no.samtidig.certificate;

import java.time.LocalDate;
import no.samtidig.platform.Language;
import no.samtidig.platform.Texts;

/**
 * What the template of a certificate on paper draws.
 *
 * @param certificate whose it is and what for
 * @param language of the words around it
 * @param texts the interface's texts
 * @param site where the service is reached, without scheme
 * @param link address of the public page
 * @param name the holder's
 * @param qr picture of the link, as a data address
 */
public record Paper(
        Certificate certificate,
        Language language,
        Texts texts,
        String site,
        String link,
        NameOnPaper name,
        String qr) {
    public String text(String key, Object... arguments) {
        return texts.text(language, key, arguments);
    }

    /** A date as people write it in the language. */
    public String date(LocalDate date) {
        return language.date(date);
    }

    public String title() {
        return text(
                "certificate.paper.document",
                certificate.achievement().title().in(language).value());
    }
}
