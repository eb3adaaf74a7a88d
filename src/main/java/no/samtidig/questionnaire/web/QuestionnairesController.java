package no.samtidig.questionnaire.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.platform.FormKeys;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Texts;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.code.Slug;
import no.samtidig.platform.web.Heavy;
import no.samtidig.questionnaire.Draft;
import no.samtidig.questionnaire.Drafts;
import no.samtidig.questionnaire.Edition;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.questionnaire.Questionnaires;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The questionnaires: the list, a look at one, and starting one. */
@Controller
class QuestionnairesController {
    private static final String LIST = "/skjemaer";

    private final Questionnaires questionnaires;
    private final Drafts drafts;
    private final Texts texts;
    private final FormKeys keys;

    QuestionnairesController(Questionnaires questionnaires, Drafts drafts, Texts texts, FormKeys keys) {
        this.keys = keys;
        this.questionnaires = questionnaires;
        this.drafts = drafts;
        this.texts = texts;
    }

    @GetMapping("/skjemaer")
    Page list(Visitor visitor, @RequestParam(value = SeeOther.DONE, defaultValue = "") String done) {
        visitor.require(Permission.EDIT_QUESTIONNAIRES);
        return new QuestionnairesPage(
                drafts.all(),
                questionnaires.editions(),
                questionnaires.fixtures().stream()
                        .flatMap(it -> questionnaires.edition(it.slug()).stream())
                        .toList(),
                done.equals("kastet"));
    }

    @GetMapping("/skjemaer/ny")
    Page form(Visitor visitor, @RequestParam(value = "fra", defaultValue = "") String from) {
        visitor.require(Permission.EDIT_QUESTIONNAIRES);
        return new NewQuestionnairePage(copies(), Both.NOTHING, "", from, Trouble.NONE);
    }

    @Heavy
    @PostMapping("/skjemaer/ny")
    Reply begin(
            Visitor visitor,
            @RequestParam("tittel-nb") String nb,
            @RequestParam("tittel-nn") String nn,
            @RequestParam(value = "adresse", defaultValue = "") String address,
            @RequestParam(value = "fra", defaultValue = "") String from,
            @RequestParam(FormKeys.FIELD) UUID key) {
        Visitor.Person editor = visitor.require(Permission.EDIT_QUESTIONNAIRES);
        return keys.once(key, () -> begun(editor, nb, nn, address, from));
    }

    private Reply begun(Visitor.Person editor, String nb, String nn, String address, String from) {
        Both title = Both.title(nb, nn);
        String typed = address.strip();
        Flaws flaws = new Flaws();
        Optional<LocalizedText> words = title.text(null);
        if (words.isEmpty()) {
            flaws.at("tittel-nb", "title");
        }
        flaws.name("tittel-nb", title.nb());
        flaws.name("tittel-nn", title.nn());
        if (!typed.isEmpty() && !Slug.is(typed)) {
            flaws.at("adresse", "address");
        } else if (!typed.isEmpty() && drafts.taken(typed)) {
            flaws.at("adresse", "address-taken", typed);
        }
        if (flaws.none()) {
            String slug = typed.isEmpty() ? Typed.name(title.first(), 50, drafts::taken) : typed;
            if (drafts.begin(start(slug, words.orElseThrow(), from), editor.account())) {
                return new SeeOther(LIST + "/" + slug + "/rediger");
            }
            flaws.at("adresse", "address-taken", slug);
        }
        return new NewQuestionnairePage(copies(), title, typed, from, flaws.trouble());
    }

    /** What a new one begins as: the copy of another, or nothing but a usual introduction. */
    private Questionnaire start(String slug, LocalizedText title, String from) {
        if (from.isEmpty()) {
            return new Questionnaire(slug, title, usualIntroduction(), 5, false, List.of());
        }
        Questionnaire copied = copy(from).orElseThrow(ProblemException::notFound);
        return new Questionnaire(slug, title, copied.introduction(), copied.minutes(), false, copied.items());
    }

    private LocalizedText usualIntroduction() {
        String key = "questionnaire-edit.usual-introduction";
        return new LocalizedText(
                Map.of(Language.NB, texts.text(Language.NB, key), Language.NN, texts.text(Language.NN, key)));
    }

    private List<Questionnaire> copies() {
        List<Questionnaire> copies = new ArrayList<>(questionnaires.all());
        copies.addAll(questionnaires.fixtures());
        drafts.all().stream()
                .map(Draft::questionnaire)
                .filter(it -> copies.stream().noneMatch(other -> other.slug().equals(it.slug())))
                .forEach(copies::add);
        return copies;
    }

    private Optional<Questionnaire> copy(String slug) {
        return copies().stream().filter(it -> it.slug().equals(slug)).findFirst();
    }

    @Heavy
    @GetMapping("/skjemaer/{slug}")
    Page look(
            Visitor visitor,
            Language reading,
            @PathVariable("slug") String slug,
            @RequestParam(value = "utkast", required = false) @Nullable String wantsDraft,
            @RequestParam(value = "sprak", defaultValue = "") String language,
            @RequestParam(value = SeeOther.DONE, defaultValue = "") String done) {
        visitor.require(Permission.EDIT_QUESTIONNAIRES);
        Optional<Edition> edition = questionnaires.edition(slug);
        Optional<Draft> draft = drafts.find(slug);
        boolean asDraft = draft.isPresent() && (wantsDraft != null || edition.isEmpty());
        Questionnaire shown = asDraft
                ? draft.get().questionnaire()
                : edition.map(Edition::questionnaire).orElseThrow(ProblemException::notFound);
        Language in = Language.of(language)
                .filter(it -> it != Language.EN)
                .orElse(reading == Language.NN ? Language.NN : Language.NB);
        return new QuestionnairePage(
                shown, asDraft, edition, draft.isPresent(), in, done.equals("publisert") && edition.isPresent());
    }

    /** Goes on with the draft, or starts the next edition. */
    @Heavy
    @PostMapping("/skjemaer/{slug}/utkast")
    Reply goOn(Visitor visitor, @PathVariable("slug") String slug) {
        Visitor.Person editor = visitor.require(Permission.EDIT_QUESTIONNAIRES);
        if (!drafts.goOn(slug, editor.account())) {
            throw ProblemException.notFound();
        }
        return new SeeOther(LIST + "/" + slug + "/rediger");
    }
}
