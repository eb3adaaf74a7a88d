package no.samtidig.certificate.web;

import no.samtidig.certificate.CertificateCode;
import no.samtidig.certificate.PublicCertificate;
import no.samtidig.platform.Page;

/**
 * What anybody with the code sees.
 *
 * @param code the code
 * @param certificate what may be seen
 */
public record PublicCertificatePage(CertificateCode code, PublicCertificate certificate) implements Page {
    /** The first part of the keys of its heading and text. */
    public String key() {
        return "certificate.public." + certificate.state().code();
    }
}
