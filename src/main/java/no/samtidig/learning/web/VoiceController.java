package no.samtidig.learning.web;

import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.catalogue.Voice;
import no.samtidig.catalogue.Voices;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The sound of a recorded voice, for those who learn, as long as it may be heard. No browser keeps it. */
@Controller
class VoiceController {
    private final Voices voices;
    private final ResourceLoader files;
    private final String root;

    VoiceController(Voices voices, ResourceLoader files, @Value("${samtidig.content:classpath:content/}") String root) {
        this.voices = voices;
        this.files = files;
        this.root = root;
    }

    /** A voice by itself: where a copy of a lesson sends whoever has a network. */
    @GetMapping("/stemme/{name}")
    Page voice(@PathVariable("name") String name, Visitor visitor) {
        visitor.require(Permission.LEARN);
        return new VoicePage(voices.heard(name).orElseThrow(ProblemException::notFound));
    }

    @GetMapping("/stemme/{name}.mp3")
    ResponseEntity<Resource> sound(@PathVariable("name") String name, Visitor visitor) {
        visitor.require(Permission.LEARN);
        Voice voice = voices.heard(name).orElseThrow(ProblemException::notFound);
        return ResponseEntity.ok()
                .contentType(new MediaType("audio", "mpeg"))
                .cacheControl(CacheControl.noStore())
                .body(files.getResource(root + "voices/" + voice.slug() + ".mp3"));
    }
}
