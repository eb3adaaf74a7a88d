package no.samtidig.access;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import no.samtidig.platform.Language;
import no.samtidig.platform.Norway;
import no.samtidig.platform.PublicAddress;
import no.samtidig.platform.Texts;
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

    /** A mail without its link; {@link Outbox#SECRET} stands in its place. */
    record Letter(String subject, String body) {}

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
        return new Letter(
                texts.text(language, "invitation.mail.subject", inviter),
                texts.text(
                        language,
                        "invitation.mail.body",
                        name.isEmpty() ? "" : " " + name,
                        inviter,
                        everywhere
                                ? texts.text(language, "invitation.offer.country", offered)
                                : texts.text(language, "invitation.offer", offered, place),
                        Outbox.SECRET,
                        date(language, until),
                        inviterAddress));
    }

    /** The day in Norway, where everybody who gets the mail is. */
    private static String date(Language language, OffsetDateTime at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale())
                .format(at.atZoneSameInstant(Norway.ZONE));
    }
}
