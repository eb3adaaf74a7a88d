package no.samtidig.certificate;

import java.time.LocalDate;
import java.util.Optional;
import no.samtidig.platform.LocalizedText;

/**
 * What anybody with the code may see, and nothing else: what the holder did not choose is not in here.
 *
 * @param state what it is worth today
 * @param since the day it ended or expires
 * @param facts what it says; empty where it was replaced or withdrawn
 */
public record PublicCertificate(Certificate.State state, LocalDate since, Optional<Facts> facts) {
    public PublicCertificate {
        if (facts.isPresent() != state.tellsFacts()) {
            throw new IllegalArgumentException("a certificate that is " + state + " tells the wrong things");
        }
    }

    /**
     * What it says.
     *
     * @param title the module
     * @param achieved when
     * @param declared renewed on the holder's word
     * @param name the holder, if chosen
     * @param place the unit, if chosen
     * @param details lessons, hours and aims, if chosen
     */
    public record Facts(
            LocalizedText title,
            LocalDate achieved,
            boolean declared,
            Optional<String> name,
            Optional<String> place,
            Optional<Achievement> details) {}

    static PublicCertificate of(Certificate certificate, LocalDate today) {
        Certificate.State state = certificate.state(today);
        Certificate.Choice choice = certificate.choice();
        return new PublicCertificate(
                state,
                certificate.end() == null
                        ? certificate.expires()
                        : certificate.end().on(),
                state.tellsFacts()
                        ? Optional.of(new Facts(
                                certificate.achievement().title(),
                                certificate.achieved(),
                                certificate.declared(),
                                Optional.of(certificate.name()).filter(_ -> choice.name()),
                                Optional.of(certificate.place()).filter(_ -> choice.place()),
                                Optional.of(certificate.achievement()).filter(_ -> choice.details())))
                        : Optional.empty());
    }

    /** One that was deleted: its code is known, and that it is no longer valid. */
    static PublicCertificate deleted(LocalDate on) {
        return new PublicCertificate(Certificate.State.WITHDRAWN, on, Optional.empty());
    }
}
