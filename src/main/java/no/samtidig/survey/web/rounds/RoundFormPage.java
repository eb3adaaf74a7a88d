package no.samtidig.survey.web.rounds;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.samtidig.organisation.Region;
import no.samtidig.organisation.RegionLayer;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.platform.Page;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.survey.RoundDraft;
import no.samtidig.survey.StaffGroup;
import no.samtidig.survey.Targeting;

/**
 * The form for a new round.
 *
 * @param questionnaires to choose between
 * @param reach where the reader may ask
 * @param typed what was filled in
 * @param id names the round, so that one form makes one
 * @param flaws what was wrong
 * @param unknown what was typed as a unit and is none
 */
public record RoundFormPage(
        List<Questionnaire> questionnaires,
        Targeting.Reach reach,
        Typed typed,
        UUID id,
        Set<RoundDraft.Flaw> flaws,
        List<String> unknown)
        implements Page {
    /** Units listed at most; with more of them, names are typed. */
    private static final int LISTED = 60;

    public RoundFormPage {
        questionnaires = List.copyOf(questionnaires);
        flaws = Set.copyOf(flaws);
        unknown = List.copyOf(unknown);
    }

    /**
     * The form as it was.
     *
     * @param places values of chosen places: {@code no}, {@code rvts/rvts_midt}, {@code no.owner.unit}
     * @param unitNames names of units, one a line, where there are too many to list
     * @param anonymous {@code ja}, {@code nei} or nothing
     */
    public record Typed(
            String name,
            String questionnaire,
            List<String> places,
            String unitNames,
            List<String> levels,
            List<String> groups,
            String anonymous,
            boolean underway,
            String first,
            String opens,
            String closes) {
        public Typed {
            places = List.copyOf(places);
            levels = List.copyOf(levels);
            groups = List.copyOf(groups);
        }
    }

    public boolean listed() {
        return reach.units().size() <= LISTED;
    }

    public List<Region> regions(RegionLayer layer) {
        return reach.regions().stream().filter(it -> it.layer() == layer).toList();
    }

    public List<ServiceLevel> levels() {
        return List.of(ServiceLevel.values());
    }

    public List<StaffGroup> groups() {
        return List.of(StaffGroup.values());
    }

    /** The flaws in the order of the form. */
    public List<RoundDraft.Flaw> told() {
        return flaws.stream().sorted().toList();
    }

    public List<RoundDraft.Flaw> at(String field) {
        return told().stream().filter(it -> it.field().equals(field)).toList();
    }

    public boolean troubled(String field) {
        return !at(field).isEmpty();
    }

    @Override
    public int status() {
        return flaws.isEmpty() && unknown.isEmpty() ? 200 : 422;
    }
}
