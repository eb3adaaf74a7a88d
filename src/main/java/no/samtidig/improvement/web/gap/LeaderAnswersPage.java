package no.samtidig.improvement.web.gap;

import java.util.List;
import java.util.Optional;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.gap.GapRound;
import no.samtidig.platform.Page;
import no.samtidig.platform.View;
import no.samtidig.questionnaire.Answers;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.questionnaire.web.ItemView;
import org.jspecify.annotations.Nullable;

/**
 * A leader's own answers to a round: by name, and said so first.
 *
 * @param staff whether the reader may see who has completed what
 * @param asked empty where no round has opened
 * @param done what was just done; null where nothing was
 */
public record LeaderAnswersPage(
        JourneyVisit visit,
        boolean staff,
        Optional<Asked> asked,
        @Nullable KeptDone done) implements Page {
    public static final String PATH = "/enheten/gap/leder";

    /**
     * What is asked, and what was answered.
     *
     * @param given as it is shown in the form
     * @param exists whether answers are kept
     * @param shown whether others see them
     * @param revision of what is kept
     * @param theirs what was kept meanwhile in another tab, beside which the form's own stands; empty where nothing was
     */
    public record Asked(
            GapRound round,
            Questionnaire questionnaire,
            Answers given,
            boolean exists,
            boolean shown,
            int revision,
            Optional<Answers> theirs) {
        public List<Questionnaire.Sheet> sheets() {
            return questionnaire.sheets();
        }

        public List<ItemView> items(Questionnaire.Sheet sheet) {
            return ItemView.of(sheet, questionnaire.fill(given), given, false);
        }

        /** How many answers what was kept meanwhile has other than this form. */
        public long apart() {
            return theirs.map(it -> questionnaire.questions().stream()
                            .filter(one -> !it.of(one.code()).equals(given.of(one.code())))
                            .count())
                    .orElse(0L);
        }
    }

    public String occasion(View view) {
        return asked.map(it -> it.round().occasion())
                .map(it -> it == 0 ? view.text("gap.start") : view.text("gap.after", it))
                .orElse("");
    }

    @Override
    public int status() {
        return asked.flatMap(Asked::theirs).isPresent() ? 409 : 200;
    }
}
