package no.samtidig.survey;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.code.Coded;
import no.samtidig.questionnaire.Questionnaire;

/**
 * A period in which some are asked to answer a questionnaire.
 *
 * @param name what it is called in lists, such as "Høsten 2026"
 * @param questionnaire as it was when the round was made
 * @param version of the questionnaire; a form of another version is not taken
 * @param anonymous whether nobody can see who answered what; never changes
 * @param underway whether results are shown in steps while it is open
 * @param first what results are divided by first, where not both can be told
 * @param opens first day to answer
 * @param closes last day to answer
 * @param purpose what it is for; never changes
 */
public record Round(
        RoundId id,
        String name,
        Questionnaire questionnaire,
        String version,
        boolean anonymous,
        boolean underway,
        First first,
        Target target,
        LocalDate opens,
        LocalDate closes,
        State state,
        Purpose purpose) {
    /** One among the surveys. */
    public Round(
            RoundId id,
            String name,
            Questionnaire questionnaire,
            String version,
            boolean anonymous,
            boolean underway,
            First first,
            Target target,
            LocalDate opens,
            LocalDate closes,
            State state) {
        this(
                id,
                name,
                questionnaire,
                version,
                anonymous,
                underway,
                first,
                target,
                opens,
                closes,
                state,
                Purpose.GENERAL);
    }

    /** Of fewer people than this nothing is told, in numbers or in words: five, as the programme promises. */
    public static final int FEWEST = 5;

    /**
     * From so many on it is told exactly how many: of fewer, exact numbers would tell each one's answer where all are of one mind, and in
     * a response rate, who is missing.
     */
    public static final int EXACT = 10;

    /** What of an answerer is kept as long as possible, when a group is too small for both. */
    public enum First implements Coded {
        /** For surveys of a region or the country: each staff group with everybody who answered in it. */
        STAFF_GROUP("staff-group"),
        /** For surveys among units: results for each unit. */
        UNIT("unit"),
        /** For surveys of the country: each region with everybody who answered in it. */
        REGION("region");

        private final String code;

        First(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }

        public static First of(String code) {
            return Coded.of(First.class, code).orElse(STAFF_GROUP);
        }
    }

    /** How far it has come. */
    public enum State implements Coded {
        /** Being prepared; nobody is invited. */
        DRAFT,
        OPEN,
        /** No more answers are taken; the last ones are being let out. */
        CLOSED,
        /** Results are final. */
        SETTLED;
    }

    /**
     * Who is asked: staff of units that lie at one of the places or in one of the regions, of one of the levels, in one of the groups.
     *
     * @param places units, owners or the country
     * @param regions as {@code rvts/rvts_midt}
     * @param levels all where empty
     * @param staffGroups all where empty
     */
    public record Target(
            List<UnitPath> places, List<String> regions, Set<ServiceLevel> levels, Set<StaffGroup> staffGroups) {
        public Target {
            places = List.copyOf(places);
            regions = List.copyOf(regions);
            levels = Set.copyOf(levels);
            staffGroups = Set.copyOf(staffGroups);
        }
    }
}
