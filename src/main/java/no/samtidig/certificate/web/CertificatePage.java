package no.samtidig.certificate.web;

import java.time.LocalDate;
import java.util.Optional;
import no.samtidig.certificate.Certificate;
import no.samtidig.certificate.CertificatePdf;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;

/**
 * One of the holder's certificates: what it says, what others see, and what can be done with it.
 *
 * @param certificate which
 * @param today what its state is worked out for
 * @param news what has just happened
 */
public record CertificatePage(Certificate certificate, LocalDate today, News news) implements Page {
    /** What has just happened. */
    public enum News {
        NOTHING,
        /** It was taken out. */
        MADE,
        /** What others see was chosen. */
        CHOSEN,
        /** Withdrawing was asked for without saying that one means it. */
        UNCONFIRMED
    }

    /** How the name stands on paper, where paper has no letters for it. */
    public Optional<String> inLatin() {
        return CertificatePdf.inLatin(certificate.name());
    }

    public Certificate.State state() {
        return certificate.state(today);
    }

    /** Withdrawing was asked for without a word that it is meant. */
    public Trouble trouble() {
        return news == News.UNCONFIRMED ? Trouble.at("sikker", "certificate.withdraw.unconfirmed") : Trouble.NONE;
    }

    @Override
    public int status() {
        return trouble().status();
    }
}
