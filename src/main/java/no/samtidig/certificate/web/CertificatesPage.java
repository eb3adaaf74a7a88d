package no.samtidig.certificate.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.samtidig.certificate.Certificate;
import no.samtidig.certificate.Certificates;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;

/**
 * The holder's certificates, and those that can be taken out now.
 *
 * @param own all of them, the newest first
 * @param offers what can be taken out
 * @param name the name that will stand on a new one
 * @param inLatin how paper writes the name, where it has no letters for it
 * @param today what their state is worked out for
 * @param wordMissing address of the module that was asked for without saying that it was gone through again; empty where none was
 */
public record CertificatesPage(
        List<Certificate> own,
        List<Certificates.Offer> offers,
        String name,
        Optional<String> inLatin,
        LocalDate today,
        String wordMissing)
        implements Page {
    public CertificatesPage {
        own = List.copyOf(own);
        offers = List.copyOf(offers);
    }

    /** The word that is missing, at its box. */
    public Trouble trouble() {
        return wordMissing.isEmpty()
                ? Trouble.NONE
                : Trouble.at("word-" + wordMissing, "certificate.offer.word-needed");
    }

    @Override
    public int status() {
        return trouble().status();
    }
}
