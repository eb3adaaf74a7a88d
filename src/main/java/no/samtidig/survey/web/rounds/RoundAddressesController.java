package no.samtidig.survey.web.rounds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.organisation.Unit;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.web.Heavy;
import no.samtidig.platform.web.LargeUpload;
import no.samtidig.survey.Importing;
import no.samtidig.survey.Recipients;
import no.samtidig.survey.Round;
import no.samtidig.survey.Running;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Inviting people without an account from a list of addresses: the list, a look at what it comes to, and yes or no. */
@Controller
class RoundAddressesController {
    private final Running running;
    private final Recipients recipients;
    private final Importing importing;

    RoundAddressesController(Running running, Recipients recipients, Importing importing) {
        this.running = running;
        this.recipients = recipients;
        this.importing = importing;
    }

    /** A list of 100,000 addresses. */
    @Bean
    static LargeUpload addressLists() {
        return new LargeUpload("/undersokelser/{id}/adresser", DataSize.ofMegabytes(11));
    }

    @GetMapping("/undersokelser/{id}/adresser")
    Page addresses(Visitor visitor, @PathVariable("id") UUID id) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        return addressForm(OneRound.takesGuests(running, person, id), "", null);
    }

    private Page addressForm(Round round, String typed, Importing.Staged.@Nullable Refused refused) {
        return new RoundAddressesPage(
                round, recipients.units(round.target()).stream().map(Unit::name).toList(), typed, refused);
    }

    @Heavy
    @PostMapping("/undersokelser/{id}/adresser")
    Reply stage(
            Visitor visitor,
            @PathVariable("id") UUID id,
            @RequestParam(value = "liste", defaultValue = "") String pasted,
            @RequestParam(value = "fil", required = false) @Nullable MultipartFile file) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        Round round = OneRound.takesGuests(running, person, id);
        String content = file == null || file.isEmpty() ? pasted : Importing.text(bytes(file));
        return switch (importing.stage(person, round, content)) {
            case Importing.Staged.Waits waits -> new SeeOther(OneRound.path(round.id()) + "/adresser/" + waits.stage());
            case Importing.Staged.Refused refused -> addressForm(round, pasted, refused);
        };
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @GetMapping("/undersokelser/{id}/adresser/{stage}")
    Page look(Visitor visitor, @PathVariable("id") UUID id, @PathVariable("stage") UUID stage) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        Round round = OneRound.takesGuests(running, person, id);
        return importing
                .preview(person, round, stage)
                .map(it -> new RoundAddressesLookPage(round, it))
                .orElseThrow(ProblemException::notFound);
    }

    @PostMapping("/undersokelser/{id}/adresser/{stage}")
    Reply confirm(
            Visitor visitor,
            @PathVariable("id") UUID id,
            @PathVariable("stage") UUID stage,
            @RequestParam(value = "nei", required = false) @Nullable String no) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        Round round = OneRound.takesGuests(running, person, id);
        if (no != null) {
            importing.forget(person, round, stage);
            return new SeeOther(OneRound.path(round.id()) + "/adresser");
        }
        return importing
                .confirm(person, round, stage)
                .<Reply>map(made -> OneRound.to(round.id(), RoundDone.ADDRESSES).with("antall", made.toString()))
                .orElseGet(() -> OneRound.to(round.id(), RoundDone.NOTHING));
    }
}
