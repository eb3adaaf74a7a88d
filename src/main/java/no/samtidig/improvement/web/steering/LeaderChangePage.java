package no.samtidig.improvement.web.steering;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.samtidig.improvement.JourneyMove;
import no.samtidig.improvement.JourneyPart;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.agreement.Agreement;
import no.samtidig.improvement.agreement.LeaderChange;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.View;
import no.samtidig.platform.ui.Option;

/**
 * A new leader: told of by the one who goes or by the coach, or read and answered by the one who comes.
 *
 * @param waiting the change that waits for an answer; empty where none was told of
 * @param agreement as it is now
 * @param moves what has happened
 * @param sections what the rooms tell, as on the unit's page
 */
public record LeaderChangePage(
        JourneyVisit visit,
        Optional<LeaderChange> waiting,
        Optional<Agreement> agreement,
        List<JourneyMove> moves,
        List<JourneyPart.Section> sections,
        LocalDate today,
        Trouble trouble)
        implements Page {
    public LeaderChangePage {
        moves = List.copyOf(moves);
        sections = List.copyOf(sections);
    }

    public List<Option> answers(View view) {
        return Arrays.stream(LeaderChange.Answer.values())
                .map(it -> Option.of(
                        it.code(),
                        view.text("leader-change." + it.code()),
                        view.text("leader-change." + it.code() + ".means")))
                .toList();
    }

    @Override
    public int status() {
        return trouble.status();
    }
}
