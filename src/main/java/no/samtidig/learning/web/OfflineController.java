package no.samtidig.learning.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.catalogue.KnowledgeModule;
import no.samtidig.catalogue.KnowledgeModules;
import no.samtidig.catalogue.Lesson;
import no.samtidig.learning.Receipts;
import no.samtidig.platform.Assets;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.StyleSheets;
import no.samtidig.platform.Texts;
import no.samtidig.platform.web.Open;
import no.samtidig.platform.web.WithoutSession;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Use without network: what can be kept on a device, the worker that reads it, and the receipts of what was sent. */
@Controller
class OfflineController {
    /** What a kept page needs to look and work as it does with network. */
    private static final List<String> FILES = List.of(
            "samtidig.css",
            StyleSheets.PARTS,
            "learning.css",
            "lesson.css",
            "samtidig.js",
            "own-work.js",
            "htmx.min.js",
            "favicon.svg",
            "fonts/inter-latin-wght-normal.woff2",
            "fonts/source-serif-4-latin-wght-normal.woff2",
            "fonts/source-serif-4-latin-wght-italic.woff2");

    private final KnowledgeModules modules;
    private final Receipts receipts;
    private final Assets assets;
    private final Texts texts;

    OfflineController(KnowledgeModules modules, Receipts receipts, Assets assets, Texts texts) {
        this.modules = modules;
        this.receipts = receipts;
        this.assets = assets;
        this.texts = texts;
    }

    @GetMapping("/uten-nett")
    Page offline(Visitor visitor) {
        visitor.require(Permission.LEARN);
        return new OfflinePage();
    }

    @GetMapping("/min-side/mine-svar")
    Page answers(Visitor visitor, Language language) {
        Visitor.Person learner = visitor.require(Permission.LEARN);
        return new AnswersPage(receipts.newest(learner.account()).stream()
                .flatMap(it -> AnswersPage.Entry.of(it, modules, language).stream())
                .toList());
    }

    /**
     * What a browser may keep.
     *
     * @param files addresses of style sheets, scripts and fonts
     * @param lessons of finished modules, in the reader's language or the nearest
     */
    record Keepable(List<String> files, List<KeepableLesson> lessons) {}

    /**
     * One lesson to keep.
     *
     * @param path its address
     * @param module its module's address
     * @param title in its own language
     * @param version another one when the wording, the language or the release is another
     * @param pages the addresses of its pages
     */
    record KeepableLesson(String path, String module, String title, String version, List<String> pages) {}

    @GetMapping("/uten-nett/leksjoner.json")
    ResponseEntity<Keepable> keepable(Visitor visitor, Language language) {
        visitor.require(Permission.LEARN);
        List<String> files = FILES.stream().map(assets::address).toList();
        String release = Integer.toHexString(files.hashCode());
        List<KeepableLesson> lessons = modules.all().stream()
                .filter(KnowledgeModule::finished)
                .flatMap(module -> module.lessons(language).stream().map(it -> keepable(module, it, language, release)))
                .toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Keepable(files, lessons));
    }

    private static KeepableLesson keepable(KnowledgeModule module, Lesson lesson, Language language, String release) {
        String path = "/moduler/" + module.slug() + "/" + lesson.slug();
        return new KeepableLesson(
                path,
                module.slug(),
                lesson.title(),
                lesson.version().value() + "-" + language.tag() + "-" + release,
                Stream.concat(Stream.of(path), lesson.steps().stream().map(it -> path + "/" + it.id()))
                        .toList());
    }

    @Bean
    static WithoutSession workerWithoutSession() {
        return WithoutSession.at("/arbeider.js", "/samtidig.webmanifest");
    }

    @Open("a browser fetches its worker without telling who reads")
    @GetMapping("/arbeider.js")
    ResponseEntity<Resource> worker() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.parseMediaType("text/javascript;charset=utf-8"))
                .body(new ClassPathResource("static/worker.js"));
    }

    @Open("tells a device what the application is called")
    @GetMapping("/samtidig.webmanifest")
    ResponseEntity<Manifest> manifest(Language language) {
        String name = texts.text(language, "name");
        List<Icon> icons = List.of(
                new Icon(assets.address("icon-192.png"), "192x192", "image/png", "any"),
                new Icon(assets.address("icon-512.png"), "512x512", "image/png", "any"),
                new Icon(assets.address("icon-maskable.png"), "512x512", "image/png", "maskable"));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                .contentType(MediaType.parseMediaType("application/manifest+json"))
                .body(new Manifest(
                        "/",
                        name,
                        name,
                        texts.text(language, "frame.description"),
                        language.tag(),
                        "/min-side",
                        "/",
                        "standalone",
                        "#fbf8f3",
                        "#12494f",
                        icons));
    }

    /** What a device is told of the application; the members are those of the W3C's Web Application Manifest. */
    record Manifest(
            String id,
            String name,
            @JsonProperty("short_name") String shortName,
            String description,
            String lang,
            @JsonProperty("start_url") String startUrl,
            String scope,
            String display,
            @JsonProperty("background_color") String backgroundColour,
            @JsonProperty("theme_color") String themeColour,
            List<Icon> icons) {}

    /** A picture for the home screen. */
    record Icon(String src, String sizes, String type, String purpose) {}
}
