package no.samtidig.search.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.web.Limited;
import no.samtidig.platform.web.Open;
import no.samtidig.search.Findables;
import no.samtidig.search.Search;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One box for all that can be found. */
@Controller
class SearchController {
    private final Search search;

    SearchController(Search search) {
        this.search = search;
    }

    @Open("tells what exists; a lesson that is opened asks for sign-in")
    @Limited(value = "search", most = 240, minutes = 1)
    @GetMapping("/sok")
    Page search(
            @RequestParam(value = "q", defaultValue = "") String typed,
            @RequestParam(value = "type", defaultValue = "") List<String> types,
            Language language) {
        String text = typed.replaceAll("\\p{Cntrl}", " ").strip();
        List<Findables.Kind> kinds = search.kinds();
        List<Findables.Kind> chosen =
                kinds.stream().filter(it -> types.contains(it.code())).toList();
        Optional<Search.Found> found = text.isEmpty() || text.length() > Search.LONGEST
                ? Optional.empty()
                : Optional.of(search.find(new Search.Query(text, Set.copyOf(chosen)), language));
        return new SearchPage(text, kinds, chosen, found);
    }
}
