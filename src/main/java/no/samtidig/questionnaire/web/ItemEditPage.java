package no.samtidig.questionnaire.web;

import java.util.List;
import java.util.Optional;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;
import no.samtidig.questionnaire.Finding;

/**
 * One item of a draft, by itself.
 *
 * @param revision what the form was made from
 * @param seen which wording of the item the form was made from; empty for a new one
 * @param fresh whether it is new
 * @param after the item it is put after; empty for the first place
 * @param askable what its rules may ask about
 * @param trouble what is wrong with what was typed
 * @param now how it stands, where somebody else has changed it
 * @param findings of the check list, about this one
 */
public record ItemEditPage(
        String slug,
        LocalizedText title,
        int revision,
        String seen,
        boolean fresh,
        String after,
        ItemForm form,
        List<Askable> askable,
        Trouble trouble,
        Conflict conflict,
        Optional<LocalizedText> now,
        List<Finding> findings)
        implements Page {
    public ItemEditPage {
        askable = List.copyOf(askable);
        findings = List.copyOf(findings);
    }

    public String back() {
        return "/skjemaer/" + slug + "/rediger";
    }

    public String action() {
        return fresh ? "/skjemaer/" + slug + "/nytt" : back() + "/" + form.code();
    }

    @Override
    public int status() {
        return conflict.status(trouble);
    }
}
