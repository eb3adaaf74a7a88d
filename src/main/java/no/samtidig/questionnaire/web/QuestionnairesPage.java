package no.samtidig.questionnaire.web;

import java.util.List;
import java.util.Optional;
import no.samtidig.platform.Page;
import no.samtidig.questionnaire.Draft;
import no.samtidig.questionnaire.Edition;

/**
 * All questionnaires: being written, published, and the examples.
 *
 * @param drafts the last changed first
 * @param editions the newest of each that can be chosen for a round
 * @param fixtures tiny ones that each show one feature
 * @param thrownAway whether a draft was just thrown away
 */
public record QuestionnairesPage(List<Draft> drafts, List<Edition> editions, List<Edition> fixtures, boolean thrownAway)
        implements Page {
    public QuestionnairesPage {
        drafts = List.copyOf(drafts);
        editions = List.copyOf(editions);
        fixtures = List.copyOf(fixtures);
    }

    /** The edition that a draft will follow. */
    public Optional<Edition> published(String slug) {
        return editions.stream().filter(it -> it.slug().equals(slug)).findFirst();
    }

    public boolean drafted(String slug) {
        return drafts.stream().anyMatch(it -> it.slug().equals(slug));
    }
}
