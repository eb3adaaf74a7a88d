package no.samtidig.questionnaire.web;

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
import no.samtidig.platform.Problem;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Sentence;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.code.Slug;
import no.samtidig.platform.web.Heavy;
import no.samtidig.questionnaire.Draft;
import no.samtidig.questionnaire.Drafts;
import no.samtidig.questionnaire.Editing;
import no.samtidig.questionnaire.Item;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.questionnaire.QuestionnaireCheck;
import no.samtidig.questionnaire.QuestionnaireText;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One item of a draft: a page by itself, so that it works on a phone and without JavaScript. */
@Controller
class ItemController {
    private static final String KEEP = "lagre";

    private final Drafts drafts;
    private final FormKeys keys;

    ItemController(Drafts drafts, FormKeys keys) {
        this.keys = keys;
        this.drafts = drafts;
    }

    @Heavy
    @GetMapping("/skjemaer/{slug}/nytt")
    Page form(
            Visitor visitor,
            @PathVariable("slug") String slug,
            @RequestParam("type") String kind,
            @RequestParam(value = "etter", defaultValue = "") String after) {
        visitor.require(Permission.EDIT_QUESTIONNAIRES);
        Draft draft = drafts.find(slug).orElseThrow(ProblemException::notFound);
        return page(
                ItemPlace.after(draft, after),
                ItemForm.blank(known(kind)),
                true,
                Trouble.NONE,
                Conflict.NONE,
                draft.revision(),
                "");
    }

    private static Item.Kind known(String kind) {
        return Item.Kind.of(kind).orElseThrow(ProblemException::notFound);
    }

    private static ItemEditPage page(
            ItemPlace place,
            ItemForm form,
            boolean fresh,
            Trouble trouble,
            Conflict conflict,
            int revision,
            String seen) {
        Questionnaire questionnaire = place.draft().questionnaire();
        return new ItemEditPage(
                questionnaire.slug(),
                questionnaire.title(),
                revision,
                seen,
                fresh,
                place.after(),
                form,
                place.askable(),
                trouble,
                conflict,
                conflict == Conflict.OVERTAKEN ? questionnaire.item(form.code()).map(Item::text) : Optional.empty(),
                fresh
                        ? List.of()
                        : QuestionnaireCheck.of(questionnaire).stream()
                                .filter(it ->
                                        it.item().filter(form.code()::equals).isPresent())
                                .toList());
    }

    @Heavy
    @PostMapping("/skjemaer/{slug}/nytt")
    Reply add(
            Visitor visitor,
            @PathVariable("slug") String slug,
            @RequestParam("type") String kind,
            @RequestParam("revisjon") int revision,
            @RequestParam(value = "gjor", defaultValue = "") String button,
            @RequestParam(FormKeys.FIELD) UUID key,
            @RequestParam MultiValueMap<String, String> typed) {
        Visitor.Person editor = visitor.require(Permission.EDIT_QUESTIONNAIRES);
        ItemForm form = ItemForm.typed(known(kind), typed);
        return keys.once(key, () -> added(editor, slug, form, revision, button, typed));
    }

    private Reply added(
            Visitor.Person editor,
            String slug,
            ItemForm form,
            int revision,
            String button,
            MultiValueMap<String, String> typed) {
        Optional<Draft> draft = drafts.find(slug);
        if (draft.isEmpty()) {
            return gone(slug, form, true, revision);
        }
        ItemPlace place = ItemPlace.after(
                draft.get(), Optional.ofNullable(typed.getFirst("etter")).orElse(""));
        Optional<ItemForm> turned = form.after(button, place.askable());
        if (turned.isPresent()) {
            return page(place, turned.get(), true, Trouble.NONE, Conflict.NONE, revision, "");
        }
        known(button, "", KEEP);
        Questionnaire questionnaire = place.draft().questionnaire();
        Flaws flaws = new Flaws();
        String name = form.code().isEmpty()
                ? Typed.name(
                        form.text().first(), 30, it -> questionnaire.item(it).isPresent())
                : form.code();
        if (!Slug.isCode(name)) {
            flaws.at("kode", "code");
        } else if (questionnaire.item(name).isPresent()) {
            flaws.at("kode", "code-taken", name);
        }
        Optional<Item> item = form.item(name, null, place.earlier(), place.askable(), flaws);
        if (item.isEmpty() || !flaws.none()) {
            return page(place, form, true, flaws.trouble(), Conflict.NONE, revision, "");
        }
        return switch (Editing.added(questionnaire, place.predecessor(), item.get())) {
            case Editing.Outcome.Broken it -> page(place, form, true, broken(it), Conflict.NONE, revision, "");
            case Editing.Outcome.Done it ->
                switch (drafts.keep(
                        it.questionnaire(), place.stands() ? draft.get().revision() : revision, editor.account())) {
                    case Drafts.Outcome.Kept _ -> done(slug, name);
                    case Drafts.Outcome.Overtaken now ->
                        page(
                                ItemPlace.after(now.now(), place.after()),
                                form,
                                true,
                                Trouble.NONE,
                                Conflict.OVERTAKEN,
                                now.now().revision(),
                                "");
                    case Drafts.Outcome.Impossible(Sentence why) ->
                        page(
                                place,
                                form,
                                true,
                                Trouble.where("tekst-nb", Optional.of(why)),
                                Conflict.NONE,
                                revision,
                                "");
                    case Drafts.Outcome.Gone _ -> gone(slug, form, true, revision);
                };
        };
    }

    /** Whether a form of ours has such a button. */
    private static void known(String button, String... ours) {
        if (!List.of(ours).contains(button)) {
            throw new ProblemException(Problem.NOT_UNDERSTOOD);
        }
    }

    private static Trouble broken(Editing.Outcome.Broken it) {
        return Trouble.at(
                "tekst-nb", "questionnaire-edit.trouble.broken", it.item().code(), it.key());
    }

    private static SeeOther done(String slug, String code) {
        SeeOther draft = new SeeOther("/skjemaer/" + slug + "/rediger").done(QuestionnaireEditPage.Done.SAVED);
        return code.isEmpty() ? draft : draft.at("punkt-" + code);
    }

    /** The draft is no longer there; what was typed still is. */
    private static Page gone(String slug, ItemForm form, boolean fresh, int revision) {
        return new ItemEditPage(
                slug,
                new LocalizedText(Map.of(Language.NB, slug)),
                revision,
                "",
                fresh,
                "",
                form,
                List.of(),
                Trouble.NONE,
                Conflict.GONE,
                Optional.empty(),
                List.of());
    }

    @Heavy
    @GetMapping("/skjemaer/{slug}/rediger/{code}")
    Page edit(Visitor visitor, @PathVariable("slug") String slug, @PathVariable("code") String code) {
        visitor.require(Permission.EDIT_QUESTIONNAIRES);
        Draft draft = drafts.find(slug).orElseThrow(ProblemException::notFound);
        Item item = draft.questionnaire().item(code).orElseThrow(ProblemException::notFound);
        ItemPlace place = ItemPlace.of(draft, code);
        return page(
                place,
                ItemForm.of(item, place.askable()),
                false,
                Trouble.NONE,
                Conflict.NONE,
                draft.revision(),
                QuestionnaireText.version(item));
    }

    @Heavy
    @PostMapping("/skjemaer/{slug}/rediger/{code}")
    Reply keep(
            Visitor visitor,
            @PathVariable("slug") String slug,
            @PathVariable("code") String code,
            @RequestParam("type") String kind,
            @RequestParam("revisjon") int revision,
            @RequestParam(value = "sett", defaultValue = "") String seen,
            @RequestParam(value = "gjor", defaultValue = "") String button,
            @RequestParam MultiValueMap<String, String> typed) {
        Visitor.Person editor = visitor.require(Permission.EDIT_QUESTIONNAIRES);
        ItemForm form = ItemForm.typed(known(kind), typed).called(code);
        Optional<Draft> draft = drafts.find(slug);
        if (draft.isEmpty()) {
            return gone(slug, form, false, revision);
        }
        Optional<Item> before = draft.get().questionnaire().item(code);
        ItemPlace place = ItemPlace.of(draft.get(), code);
        if (before.isEmpty()) {
            // somebody took it away: what was typed can be put in as a new one
            return page(
                    place,
                    form,
                    true,
                    Trouble.NONE,
                    Conflict.REMOVED,
                    draft.get().revision(),
                    "");
        }
        Optional<ItemForm> turned = form.after(button, place.askable());
        if (turned.isPresent()) {
            return page(place, turned.get(), false, Trouble.NONE, Conflict.NONE, revision, seen);
        }
        known(button, "", KEEP);
        Flaws flaws = new Flaws();
        Optional<Item> item = form.item(code, before.get(), place.earlier(), place.askable(), flaws);
        if (item.isEmpty()) {
            return page(place, form, false, flaws.trouble(), Conflict.NONE, revision, seen);
        }
        // what others changed elsewhere in the draft is no reason to stop: this one is as the form had it
        int from = seen.equals(QuestionnaireText.version(before.get()))
                ? draft.get().revision()
                : revision;
        return switch (Editing.replaced(draft.get().questionnaire(), item.get())) {
            case Editing.Outcome.Broken it -> page(place, form, false, broken(it), Conflict.NONE, revision, seen);
            case Editing.Outcome.Done it ->
                switch (drafts.keep(it.questionnaire(), from, editor.account())) {
                    case Drafts.Outcome.Kept _ -> done(slug, code);
                    case Drafts.Outcome.Overtaken now ->
                        page(
                                ItemPlace.of(now.now(), code),
                                form,
                                false,
                                Trouble.NONE,
                                Conflict.OVERTAKEN,
                                now.now().revision(),
                                now.now()
                                        .questionnaire()
                                        .item(code)
                                        .map(QuestionnaireText::version)
                                        .orElse(""));
                    case Drafts.Outcome.Impossible(Sentence why) ->
                        page(
                                place,
                                form,
                                false,
                                Trouble.where("tekst-nb", Optional.of(why)),
                                Conflict.NONE,
                                revision,
                                seen);
                    case Drafts.Outcome.Gone _ -> gone(slug, form, false, revision);
                };
        };
    }
}
