package no.samtidig.survey.web.rounds;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import no.samtidig.organisation.RegionLayer;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.View;
import no.samtidig.platform.ui.Option;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.survey.Round;
import no.samtidig.survey.StaffGroup;
import no.samtidig.survey.Targeting;

/**
 * The form for a new round.
 *
 * @param questionnaires to choose between
 * @param reach where the reader may ask
 * @param typed what was filled in
 * @param id names the round, so that one form makes one
 * @param trouble what was wrong
 * @param unknown what was typed as a unit and is none
 */
public record RoundFormPage(
        List<Questionnaire> questionnaires,
        Targeting.Reach reach,
        Typed typed,
        UUID id,
        Trouble trouble,
        List<String> unknown)
        implements Page {
    /** Units listed at most; with more of them, names are typed. */
    private static final int LISTED = 60;

    public RoundFormPage {
        questionnaires = List.copyOf(questionnaires);
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

        /** Nothing yet but the days, and the questionnaire where one was just looked at. */
        static Typed nothing(String questionnaire, LocalDate opens, LocalDate closes) {
            return new Typed(
                    "",
                    questionnaire,
                    List.of(),
                    "",
                    List.of(),
                    List.of(),
                    "",
                    false,
                    Round.First.STAFF_GROUP.code(),
                    opens.toString(),
                    closes.toString());
        }
    }

    public boolean listed() {
        return reach.units().size() <= LISTED;
    }

    public List<Option> questionnaires(View view) {
        return questionnaires.stream()
                .map(it -> {
                    LocalizedText.Text title = it.title().in(view.language());
                    String label = view.text("rounds.form.questionnaire.one", title.value(), it.minutes());
                    return new Option(
                            it.slug(), label, "", title.language() == view.language() ? null : title.language());
                })
                .toList();
    }

    /** The places to ask at: the country, regions by layer, and units where they are few enough. */
    public List<Option.Group> places(View view) {
        List<Option.Group> groups = new ArrayList<>();
        if (reach.country()) {
            groups.add(new Option.Group("", List.of(Option.of("no", view.text("rounds.form.country")))));
        }
        for (RegionLayer layer : RegionLayer.values()) {
            groups.add(new Option.Group(
                    view.text("rounds.layer." + layer.code()),
                    reach.regions().stream()
                            .filter(it -> it.layer() == layer)
                            .map(it -> Option.of(it.place().code(), it.name()))
                            .toList()));
        }
        if (listed()) {
            groups.add(new Option.Group(
                    view.text("rounds.form.units"),
                    reach.units().stream()
                            .map(it -> Option.of(it.path().value(), it.name(), it.owner()))
                            .toList()));
        }
        return groups.stream().filter(it -> !it.options().isEmpty()).toList();
    }

    public static List<Option> levels(View view) {
        return Stream.of(ServiceLevel.values())
                .map(it -> Option.of(it.code(), view.text("rounds.level." + it.code())))
                .toList();
    }

    public static List<Option> groups(View view) {
        return Stream.of(StaffGroup.values())
                .map(it -> Option.of(it.code(), view.text("staff-group." + it.code())))
                .toList();
    }

    /** Whether answers are anonymous, and what each means. */
    public static List<Option> promises(View view) {
        return Stream.of("ja", "nei")
                .map(it -> Option.of(
                        it,
                        view.text("rounds.form.anonymous." + it),
                        view.text("rounds.form.anonymous." + it + ".means")))
                .toList();
    }

    /** What must be seen whole, and what that costs. */
    public static List<Option> firsts(View view) {
        return Stream.of(Round.First.values())
                .map(it -> Option.of(
                        it.code(),
                        view.text("rounds.first." + it.code()),
                        view.text("rounds.first." + it.code() + ".means")))
                .toList();
    }

    @Override
    public int status() {
        return trouble.status();
    }
}
