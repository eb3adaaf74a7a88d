package no.samtidig.administration.web.places;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.administration.PlaceFile;
import no.samtidig.administration.PlaceImport;
import no.samtidig.administration.PlaceRights;
import no.samtidig.administration.web.Room;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.web.Heavy;
import no.samtidig.platform.web.Limited;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Owners and units from a file: choosing it, looking, taking in. For administrators. */
@Controller
class ImportPlacesController {
    private final PlaceImport imports;
    private final PlaceFile file;

    ImportPlacesController(PlaceImport imports, PlaceFile file) {
        this.imports = imports;
        this.file = file;
    }

    @Limited(value = "import", most = 60, minutes = 60)
    @GetMapping("/forvaltning/steder/importer")
    Page form(Visitor visitor) {
        Visitor.Person person = everything(visitor.require(Permission.MANAGE_PLACES));
        return new ImportPage(Room.openTo(person), Trouble.NONE);
    }

    @Limited(value = "file", most = 60)
    @GetMapping("/forvaltning/steder/importer/mal.csv")
    Reply template(Visitor visitor) {
        everything(visitor.require(Permission.MANAGE_PLACES));
        return file.example();
    }

    @Heavy
    @PostMapping("/forvaltning/steder/importer")
    Reply put(Visitor visitor, @RequestParam(value = "fil", required = false) @Nullable MultipartFile sent) {
        Visitor.Person person = everything(visitor.require(Permission.MANAGE_PLACES));
        byte[] content = sent == null ? new byte[0] : content(sent);
        return switch (imports.put(content)) {
            case PlaceImport.Put.Down(UUID id) -> new SeeOther("/forvaltning/steder/importer/" + id);
            case PlaceImport.Put.Refused(String why) ->
                new ImportPage(Room.openTo(person), Trouble.at("fil", "places.import.refused." + why));
        };
    }

    private static byte[] content(MultipartFile sent) {
        try (InputStream in = sent.getInputStream()) {
            return in.readNBytes(PlaceImport.LARGEST + 1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @GetMapping("/forvaltning/steder/importer/{id}")
    Page look(Visitor visitor, @PathVariable("id") UUID id) {
        Visitor.Person person = everything(visitor.require(Permission.MANAGE_PLACES));
        return new ImportLookPage(Room.openTo(person), imports.look(id).orElseThrow(ProblemException::notFound));
    }

    @Limited(value = "file", most = 60)
    @GetMapping("/forvaltning/steder/importer/{id}/feil.csv")
    Reply mistakes(Visitor visitor, Language language, @PathVariable("id") UUID id) {
        everything(visitor.require(Permission.MANAGE_PLACES));
        return imports.mistakes(id, language).orElseThrow(ProblemException::notFound);
    }

    @Heavy
    @PostMapping("/forvaltning/steder/importer/{id}")
    Reply takeIn(Visitor visitor, @PathVariable("id") UUID id) {
        Visitor.Person person = everything(visitor.require(Permission.MANAGE_PLACES));
        if (!imports.takeIn(person, id)) {
            throw ProblemException.notFound();
        }
        return new SeeOther("/forvaltning/steder/importer/" + id);
    }

    private static Visitor.Person everything(Visitor.Person person) {
        if (!PlaceRights.everything(person)) {
            throw ProblemException.notFound();
        }
        return person;
    }
}
