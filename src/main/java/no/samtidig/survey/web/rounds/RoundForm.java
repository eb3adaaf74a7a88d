package no.samtidig.survey.web.rounds;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.organisation.Unit;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.code.Coded;
import no.samtidig.survey.Round;
import no.samtidig.survey.RoundDraft;
import no.samtidig.survey.StaffGroup;
import no.samtidig.survey.Targeting;
import org.jspecify.annotations.Nullable;

/**
 * The form for a new round as it is sent; the components are called what the fields are. Nothing that was not filled in is there.
 *
 * @param navn name
 * @param skjema slug of the questionnaire
 * @param sted places that were ticked
 * @param enheter names of units, one a line
 * @param niva levels
 * @param gruppe staff groups
 * @param anonym {@code ja} or {@code nei}
 * @param underveis whether results are shown underway
 * @param forst what results are divided by first
 * @param apner first day
 * @param lukker last day
 */
record RoundForm(
        @Nullable String navn,
        @Nullable String skjema,
        @Nullable List<String> sted,
        @Nullable String enheter,
        @Nullable List<String> niva,
        @Nullable List<String> gruppe,
        @Nullable String anonym,
        @Nullable String underveis,
        @Nullable String forst,
        @Nullable String apner,
        @Nullable String lukker) {
    /** A year with more digits is a slip, and neither the calendar nor the database reaches as far as can be typed. */
    private static final int LAST_YEAR = 9999;

    private static final String YES = "ja";

    RoundForm {
        sted = copy(sted);
        niva = copy(niva);
        gruppe = copy(gruppe);
    }

    private static List<String> copy(@Nullable List<String> chosen) {
        return chosen == null ? List.of() : List.copyOf(chosen);
    }

    RoundFormPage.Typed typed() {
        return new RoundFormPage.Typed(
                text(navn),
                text(skjema),
                copy(sted),
                text(enheter),
                copy(niva),
                copy(gruppe),
                text(anonym),
                ticked(underveis),
                forst == null || forst.isEmpty() ? Round.First.STAFF_GROUP.code() : forst,
                text(apner),
                text(lukker));
    }

    /** What a box sends that was ticked, or nothing. */
    private static boolean ticked(@Nullable String sent) {
        if (sent != null && !sent.equals(YES)) {
            throw ProblemException.notFound();
        }
        return sent != null;
    }

    /** The choice; null where none was made, and where it is neither. */
    static @Nullable Boolean yesOrNo(String chosen) {
        return chosen.equals(YES) ? Boolean.TRUE : chosen.equals("nei") ? Boolean.FALSE : null;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    /** What is wrong, in the order of the form. */
    static Trouble trouble(Set<RoundDraft.Flaw> flaws) {
        return flaws.stream()
                .sorted()
                .map(it -> Trouble.at(it.field(), "rounds.flaw." + it.code()))
                .reduce(Trouble.NONE, Trouble::and);
    }

    static @Nullable LocalDate date(String typed) {
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            return day.getYear() > LAST_YEAR ? null : day;
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    /** What was chosen, within reach: a place, a level or a group that no form of ours offers does not exist. */
    static Round.Target target(Targeting.Reach reach, RoundFormPage.Typed typed, List<String> unknown) {
        List<UnitPath> places = new ArrayList<>();
        List<String> regions = new ArrayList<>();
        Map<String, Unit> within =
                reach.units().stream().collect(Collectors.toMap(it -> it.path().value(), it -> it, (one, _) -> one));
        for (String place : typed.places()) {
            Optional<Unit> unit = Optional.ofNullable(within.get(place));
            if (place.equals(UnitPath.COUNTRY.value()) && reach.country()) {
                places.add(UnitPath.COUNTRY);
            } else if (unit.isPresent()) {
                places.add(unit.get().path());
            } else if (reach.regions().stream().anyMatch(it -> it.place().code().equals(place))) {
                regions.add(place);
            } else {
                throw ProblemException.notFound();
            }
        }
        Map<String, List<Unit>> units = new HashMap<>();
        for (Unit it : reach.units()) {
            Stream.of(it.name().toLowerCase(Locale.ROOT), it.path().value())
                    .distinct()
                    .forEach(name ->
                            units.computeIfAbsent(name, _ -> new ArrayList<>()).add(it));
        }
        typed.unitNames().lines().map(String::strip).filter(it -> !it.isEmpty()).forEach(line -> {
            List<Unit> named = units.getOrDefault(line.toLowerCase(Locale.ROOT), List.of());
            if (named.size() == 1) {
                places.add(named.getFirst().path());
            } else {
                unknown.add(line.length() > 60 ? line.substring(0, 60) + "…" : line);
            }
        });
        return new Round.Target(
                places.stream().distinct().toList(),
                regions.stream().distinct().toList(),
                typed.levels().stream()
                        .map(code -> Coded.of(ServiceLevel.class, code).orElseThrow(ProblemException::notFound))
                        .collect(Collectors.toSet()),
                typed.groups().stream()
                        .map(code -> StaffGroup.of(code).orElseThrow(ProblemException::notFound))
                        .collect(Collectors.toSet()));
    }
}
