package no.samtidig.access;

import java.time.OffsetDateTime;
import no.samtidig.platform.Language;
import no.samtidig.platform.Norway;
import no.samtidig.platform.PublicAddress;
import no.samtidig.platform.Texts;
import no.samtidig.platform.mail.Letter;
import no.samtidig.platform.mail.Outbox;
import org.springframework.stereotype.Component;

/** What an invitation says. */
@Component
class InvitationMail {
    private final Texts texts;
    private final PublicAddress address;

    InvitationMail(Texts texts, PublicAddress address) {
        this.texts = texts;
        this.address = address;
    }

    String link(OneTimeToken token) {
        return address.of("/invitasjon/" + token.value());
    }

    Letter letter(
            Language language,
            String name,
            String inviter,
            String inviterAddress,
            Role role,
            String place,
            boolean everywhere,
            OffsetDateTime until) {
        String offered = texts.text(language, "role.in-text." + role.code());
        return Letter.of(
                texts,
                language,
                "invitation.mail",
                name.isEmpty() ? "" : " " + name,
                inviter,
                everywhere
                        ? texts.text(language, "invitation.offer.country", offered)
                        : texts.text(language, "invitation.offer", offered, place),
                Outbox.SECRET,
                language.date(until.atZoneSameInstant(Norway.ZONE).toLocalDate()),
                inviterAddress);
    }
}
