package no.samtidig.access.web;

import jakarta.servlet.http.HttpServletResponse;
import no.samtidig.access.Looks;
import no.samtidig.access.OwnData;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.platform.Page;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.web.Limited;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** Taking one's own data out, and having it deleted. */
@Controller
class OwnDataController {
    private final OwnData data;
    private final Looks looks;
    private final JsonMapper json;

    OwnDataController(OwnData data, Looks looks, JsonMapper json) {
        this.data = data;
        this.looks = looks;
        this.json = json;
    }

    @GetMapping("/min-side/mine-data")
    Page show(Visitor visitor, @RequestParam(value = "slettet", required = false) @Nullable String deleted) {
        Visitor.Person person = visitor.require(Permission.OWN_ACCOUNT);
        return page(person, deleted == null ? OwnDataPage.State.NOTHING : OwnDataPage.State.DELETED);
    }

    @Limited(value = "file", most = 60)
    @GetMapping("/min-side/mine-data/samtidig.json")
    ResponseEntity<byte[]> download(Visitor visitor) {
        Visitor.Person person = visitor.require(Permission.OWN_ACCOUNT);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"samtidig.json\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(data.copy(person)));
    }

    @Limited(value = "file", most = 60)
    @GetMapping("/min-side/mine-data/samtidig.html")
    Page readable(Visitor visitor, HttpServletResponse response) {
        Visitor.Person person = visitor.require(Permission.OWN_ACCOUNT);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"samtidig.html\"");
        return new OwnDataFilePage(data.copy(person));
    }

    @PostMapping("/min-side/mine-data/slett")
    Reply delete(Visitor visitor, @RequestParam(value = "sikker", defaultValue = "false") boolean sure) {
        Visitor.Person person = visitor.require(Permission.OWN_ACCOUNT);
        if (!sure) {
            return page(person, OwnDataPage.State.UNCONFIRMED);
        }
        data.delete(person.account());
        return new SeeOther("/min-side/mine-data?slettet");
    }

    private Page page(Visitor.Person person, OwnDataPage.State state) {
        return new OwnDataPage(data.copy(person), looks.at(person.account()), data.ownWords(), state);
    }
}
