package no.samtidig.survey.web.respond;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.samtidig.platform.Language;
import no.samtidig.questionnaire.Answers;
import no.samtidig.questionnaire.Item;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.questionnaire.web.ItemView;
import no.samtidig.survey.Responding;
import no.samtidig.survey.StaffGroup;

/**
 * What the pages of one answering have in common. Nothing of it is kept at the server: each page carries the answers of all the others in
 * hidden fields.
 *
 * @param path where the form is sent
 * @param done where it leads once it is sent
 * @param trial the form is only tried: nothing can be sent with it
 * @param deviceKey what the device keeps unsent answers under; empty where it keeps none
 * @param given what was answered so far, as it was typed
 * @param group what the answerer said of their work, where the invitation does not know
 * @param filled the answers gone through
 */
public record RespondForm(
        String path,
        String done,
        boolean trial,
        String deviceKey,
        Responding.Asked asked,
        Answers given,
        Optional<StaffGroup> group,
        Questionnaire.Filled filled) {

    static RespondForm of(
            String path,
            String done,
            boolean trial,
            String deviceKey,
            Responding.Asked asked,
            Answers given,
            Optional<StaffGroup> group) {
        return new RespondForm(
                path,
                done,
                trial,
                deviceKey,
                asked,
                given,
                group,
                asked.questionnaire().fill(given));
    }

    public Questionnaire questionnaire() {
        return asked.questionnaire();
    }

    /** The pages that are met, as things stand. */
    public List<Questionnaire.Sheet> stops() {
        return questionnaire().sheets().stream().filter(filled::shows).toList();
    }

    /** The first page met from this number on. */
    Optional<Questionnaire.Sheet> from(int number) {
        return stops().stream().filter(it -> it.number() >= number).findFirst();
    }

    /** The last page met before this number. */
    Optional<Questionnaire.Sheet> before(int number) {
        return stops().reversed().stream().filter(it -> it.number() < number).findFirst();
    }

    /**
     * A hidden field.
     *
     * @param name its name
     * @param value its value
     */
    public record Carried(String name, String value) {}

    /** The answers of all other pages than the one with this number. */
    public List<Carried> carried(int number) {
        Set<String> here = new HashSet<>();
        for (Questionnaire.Sheet sheet : questionnaire().sheets()) {
            if (sheet.number() == number) {
                sheet.items().stream()
                        .filter(Item.Question.class::isInstance)
                        .forEach(it -> here.addAll(((Item.Question) it).keys()));
            }
        }
        List<Carried> carried = new ArrayList<>();
        for (Map.Entry<String, List<String>> it : given.values().entrySet()) {
            if (!here.contains(it.getKey())) {
                it.getValue().forEach(value -> carried.add(new Carried(ItemView.field(it.getKey()), value)));
            }
        }
        return carried;
    }

    /** How many questions that are met have no answer; each row of a grid is one. */
    public int unanswered() {
        return (int) questionnaire().questions().stream()
                .filter(it -> filled.shown().contains(it.code()))
                .flatMap(it -> it.keys().stream())
                .filter(it -> filled.answers().of(it).isEmpty())
                .count();
    }

    /** The languages it can be read in besides this one. */
    public List<Language> otherLanguages(Language spoken) {
        return questionnaire().title().texts().keySet().stream()
                .filter(it -> it != spoken)
                .sorted()
                .toList();
    }

    /** Answers that can stand in this questionnaire; others are left out. */
    static Answers fitting(Questionnaire questionnaire, Answers given) {
        Set<String> wrong = new HashSet<>();
        Questionnaire.Filled filled = questionnaire.fill(given);
        filled.faults().forEach(it -> wrong.add(it.key()));
        Map<String, List<String>> fitting = new LinkedHashMap<>(filled.answers().values());
        fitting.keySet().removeAll(wrong);
        return new Answers(fitting);
    }
}
