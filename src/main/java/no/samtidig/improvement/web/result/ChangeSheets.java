package no.samtidig.improvement.web.result;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.action.Goal;
import no.samtidig.improvement.action.Goals;
import no.samtidig.improvement.result.GapChange;
import no.samtidig.improvement.result.SettledGap;
import no.samtidig.improvement.result.SettledGaps;
import no.samtidig.platform.Language;
import org.springframework.stereotype.Component;

/** Puts what changed between two rounds into words. */
@Component
class ChangeSheets {
    private final SettledGaps rounds;
    private final ResultSheets sheets;
    private final Goals goals;

    ChangeSheets(SettledGaps rounds, ResultSheets sheets, Goals goals) {
        this.rounds = rounds;
        this.sheets = sheets;
        this.goals = goals;
    }

    /** Since the round before; empty for the first. */
    Optional<ChangeSheet> of(Journey journey, SettledGap later, Language language) {
        return rounds.before(journey, later.month()).map(it -> sheet(journey, it, later, sheets.words(language)));
    }

    private ChangeSheet sheet(Journey journey, SettledGap earlier, SettledGap later, ResultWords words) {
        Set<String> chosen = goals.all(journey).stream()
                .filter(it -> it.occasion().months() >= earlier.month()
                        && it.occasion().months()
                                < later.month()) // not by days: a round can be closed before its last day
                .map(Goal::area)
                .collect(Collectors.toSet());
        GapChange change = GapChange.of(earlier.answers(), later.answers(), sheets.areas(), chosen);
        return new ChangeSheet(
                words.text("occasion." + earlier.month()),
                words.answered(earlier, later),
                words.text("change.season", month(later, words.language()), month(earlier, words.language())),
                !change.areas().isEmpty(),
                change.nothing(),
                lines(change, true, words),
                lines(change, false, words));
    }

    private static String month(SettledGap round, Language language) {
        return DateTimeFormatter.ofPattern("LLLL uuuu", language.locale()).format(round.closed());
    }

    private static List<ChangeSheet.Line> lines(GapChange change, boolean chosen, ResultWords words) {
        return change.areas().stream()
                .filter(it -> it.chosen() == chosen)
                .map(it -> new ChangeSheet.Line(
                        words.area(it.id()),
                        it.changed(),
                        gap(it.gap(), words),
                        words.text("change.practice", moved(it.practice(), words)),
                        words.text("change.importance", moved(it.importance(), words)),
                        Math.abs(it.gap().by()) < it.smallest()
                                ? words.text("change.smallest", words.decimal(it.smallest()))
                                : ""))
                .toList();
    }

    /** Smaller or larger than last time, with the interval of that. */
    private static String gap(GapChange.Moved it, ResultWords words) {
        long tenths = Math.round(Math.abs(it.by()) * 10);
        if (tenths == 0) {
            return words.text("change.gap.same", words.interval(0, it.low(), it.high()));
        }
        return it.by() < 0
                ? words.text("change.gap.smaller", (Object[]) words.ends(-it.by(), -it.high(), -it.low()))
                : words.text("change.gap.larger", (Object[]) words.ends(it.by(), it.low(), it.high()));
    }

    private static String moved(GapChange.Moved it, ResultWords words) {
        return (Math.round(it.by() * 10) > 0 ? "+" : "") + words.interval(it.by(), it.low(), it.high());
    }
}
