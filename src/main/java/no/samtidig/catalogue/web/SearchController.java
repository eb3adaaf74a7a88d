package no.samtidig.catalogue.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.samtidig.catalogue.KnowledgeModules;
import no.samtidig.catalogue.Search;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.web.Open;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One box for modules, lessons and claims. */
@Controller
class SearchController {
    private final Search search;
    private final KnowledgeModules modules;

    SearchController(Search search, KnowledgeModules modules) {
        this.search = search;
        this.modules = modules;
    }

    @Open("tells what exists; a lesson that is opened asks for sign-in")
    @GetMapping("/sok")
    Page search(
            @RequestParam(value = "q", defaultValue = "") String typed,
            @RequestParam(value = "type", defaultValue = "") List<String> types,
            Language language) {
        String text = typed.replaceAll("\\p{Cntrl}", " ").strip();
        Set<Search.Kind> kinds = EnumSet.noneOf(Search.Kind.class);
        types.forEach(it -> Search.Kind.of(it).ifPresent(kinds::add));
        Optional<Search.Found> found = text.isEmpty() || text.length() > Search.LONGEST
                ? Optional.empty()
                : Optional.of(search.find(new Search.Query(text, kinds), language));
        return new SearchPage(text, kinds, found, modules.all());
    }
}
