package no.samtidig.access.web;

import no.samtidig.access.Destination;
import no.samtidig.access.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The invitations in the main menu. */
@Configuration
class InvitationDestination {
    @Bean
    Destination invitations() {
        return new Destination(
                Permission.INVITE,
                Destination.Section.WORKPLACE,
                50,
                "invitations",
                "/invitasjoner",
                "invitations.menu");
    }
}
