package no.samtidig.improvement.web.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.pipeline.ContactLists;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.web.LargeUpload;
import no.samtidig.platform.web.Limited;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Units and contacts from a list: bringing it, looking, taking in. */
@Controller
class ContactListController {
    private static final String PATH = "/regionen/nye/liste";

    private final ContactLists lists;

    ContactListController(ContactLists lists) {
        this.lists = lists;
    }

    /** More than is read: a file somewhat too large gets a sentence at its field. */
    @Bean
    static LargeUpload contactListUpload() {
        return new LargeUpload(PATH, DataSize.ofMegabytes(3));
    }

    @GetMapping("/regionen/nye/liste")
    Page form(Visitor visitor) {
        visitor.require(Permission.RUN_PIPELINE);
        return new ContactListPage("", Trouble.NONE);
    }

    @Limited(value = "pipeline", most = 60)
    @PostMapping("/regionen/nye/liste")
    Reply put(
            Visitor visitor,
            @RequestParam(value = "tekst", defaultValue = "") String text,
            @RequestParam(value = "fil", required = false) @Nullable MultipartFile sent) {
        Visitor.Person person = visitor.require(Permission.RUN_PIPELINE);
        boolean file = sent != null && !sent.isEmpty();
        return switch (sent != null && file ? lists.put(person, content(sent)) : lists.put(person, text)) {
            case ContactLists.Put.Down(UUID id) -> new SeeOther(PATH + "/" + id);
            case ContactLists.Put.Refused(String why) ->
                new ContactListPage(text, Trouble.at(file ? "fil" : "tekst", "pipeline-list.refused." + why));
        };
    }

    private static byte[] content(MultipartFile sent) {
        try (InputStream in = sent.getInputStream()) {
            return in.readNBytes(ContactLists.LARGEST + 1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @GetMapping("/regionen/nye/liste/{id}")
    Page look(Visitor visitor, @PathVariable("id") UUID id) {
        Visitor.Person person = visitor.require(Permission.RUN_PIPELINE);
        return new ContactLookPage(lists.look(person, id).orElseThrow(ProblemException::notFound));
    }

    @Limited(value = "pipeline", most = 60)
    @PostMapping("/regionen/nye/liste/{id}")
    Reply takeIn(Visitor visitor, @PathVariable("id") UUID id) {
        Visitor.Person person = visitor.require(Permission.RUN_PIPELINE);
        if (!lists.takeIn(person, id)) {
            throw ProblemException.notFound();
        }
        return new SeeOther(PATH + "/" + id);
    }
}
