package no.samtidig.administration.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.administration.RoleHolders;
import no.samtidig.platform.Csv;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.Reply;
import no.samtidig.platform.Texts;
import no.samtidig.platform.web.Limited;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Roles: what each may do, how many have it, and who, as a file. */
@Controller
class RolesController {
    private final RoleHolders holders;
    private final Texts texts;
    private final Clock clock;

    RolesController(RoleHolders holders, Texts texts, Clock clock) {
        this.holders = holders;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/forvaltning/roller")
    Page roles(Visitor visitor) {
        Visitor.Person reader = visitor.require(Permission.MANAGE_PEOPLE);
        return new RolesPage(Room.openTo(reader), holders.counts(reader));
    }

    @Limited(value = "file", most = 60)
    @GetMapping("/forvaltning/roller.csv")
    Reply export(Visitor visitor, Language language) {
        Visitor.Person reader = visitor.require(Permission.MANAGE_PEOPLE);
        List<String> header = Stream.of("role", "place", "owner", "name", "email", "since", "seen")
                .map(it -> texts.text(language, "roles.csv." + it))
                .toList();
        return Csv.file(
                "roller-" + LocalDate.now(clock) + ".csv",
                header,
                holders.all(reader).stream()
                        .map(it -> List.of(
                                texts.text(language, "role." + it.role().code()),
                                it.place(),
                                it.owner(),
                                it.name(),
                                it.email(),
                                it.since().toString(),
                                it.seen()))
                        .toList());
    }
}
