package no.samtidig.survey.web.results;

import java.util.Optional;
import no.samtidig.organisation.Place;
import no.samtidig.questionnaire.Condition;
import no.samtidig.questionnaire.Item;
import no.samtidig.survey.Round;
import no.samtidig.survey.results.Report;
import no.samtidig.survey.results.Report.Group;
import no.samtidig.survey.results.Tally;

/**
 * Why there are no numbers, or fewer answers than elsewhere: as far as it is known from what is shown anyway. That fewer than five answered
 * is said only where nothing else can be; elsewhere their answers may have been counted in a larger group.
 */
record Why(Report report, ReportWording words) {
    String hidden(Numbers.Subject subject) {
        return hidden(subject.group(), subject.question());
    }

    /** Why the question shows nothing for the group. */
    String hidden(Group group, Item.Question question) {
        if (group.tooFew()) {
            return group(group);
        }
        if (round(group).state() == Round.State.OPEN) {
            return words.text("results.why.underway");
        }
        if (some(question)) {
            return words.text("results.why.some");
        }
        return words.text(everybody(group) ? "results.why.fewer-than-five" : "results.why.here");
    }

    /** Whether the question was put to some only: because of what stands before it, or before the page it is on. */
    boolean some(Item.Question question) {
        return !question.shown().equals(Condition.ALWAYS)
                || report.round().questionnaire().sheets().stream()
                        .filter(it -> it.items().contains(question))
                        .anyMatch(it -> it.start()
                                .filter(at -> !at.shown().equals(Condition.ALWAYS))
                                .isPresent());
    }

    /** Whether there is no larger group that answers could have been counted in. */
    private static boolean everybody(Group group) {
        return group.key().place() instanceof Place.Country
                && group.key().split().isEmpty();
    }

    /** Why nothing at all is shown for the group. */
    String group(Group group) {
        if (group.invited() == 0) {
            return words.text("results.why.nobody");
        }
        return group.invited() < Round.FEWEST
                ? words.text("results.why.invited", words.whole(group.invited()))
                : words.text("results.why.larger");
    }

    private Round round(Group group) {
        return report.ofOther(group) ? report.other().orElseThrow() : report.round();
    }

    /** Why fewer answers stand here than elsewhere on the page; empty where as many do. */
    Optional<String> fewer(Group group, Item.Question question, Tally tally) {
        String all = words.counted(group);
        String here = words.counted(tally.answered());
        if (group.tooFew() || all.equals(here) || tally.answered() >= group.n().getAsInt()) {
            return Optional.empty();
        }
        String why = some(question) ? ".some" : everybody(group) ? ".skipped" : "";
        return Optional.of(words.text("results.why.n" + why, here, all));
    }
}
