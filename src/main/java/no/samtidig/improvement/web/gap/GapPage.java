package no.samtidig.improvement.web.gap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Part;
import no.samtidig.improvement.gap.GapForm;
import no.samtidig.improvement.gap.GapRound;
import no.samtidig.improvement.gap.GapRounds;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.View;
import no.samtidig.platform.ui.Option;
import no.samtidig.platform.ui.Status;
import no.samtidig.survey.Round;
import no.samtidig.survey.RoundOverview;
import org.jspecify.annotations.Nullable;

/**
 * What GAP is, and the unit's rounds.
 *
 * @param staff whether the reader may see who has completed what
 * @param rounds the last first
 * @param next what comes next
 * @param typed what a leader filled in of the next one
 * @param trouble what is wrong with it
 * @param done what was just done; null where nothing was
 */
public record GapPage(
        JourneyVisit visit,
        boolean staff,
        List<Line> rounds,
        GapRounds.Next next,
        Typed typed,
        Trouble trouble,
        @Nullable GapDone done,
        LocalDate today)
        implements Page {
    public static final String PATH = "/enheten/gap";

    public GapPage {
        rounds = List.copyOf(rounds);
    }

    /**
     * A round.
     *
     * @param overview how many are asked and have answered; only for a leader
     */
    public record Line(GapRound round, Optional<RoundOverview> overview) {
        public Status status() {
            return switch (round.state()) {
                case DRAFT -> planned() ? Status.PLANNED : Status.DRAFT;
                case OPEN -> Status.UNDERWAY;
                case CLOSED, SETTLED -> Status.DONE;
            };
        }

        /** Whether it opens by itself on its day. */
        public boolean planned() {
            return overview.map(RoundOverview::ready).orElse(round.state() == Round.State.DRAFT);
        }

        /** How many have answered, in as much detail as tells nobody's answer. */
        public String answered(View view) {
            return overview.map(it -> it.busy()
                            ? view.text("gap.answered.busy")
                            : it.invited() < Round.FEWEST
                                    ? view.text("gap.answered.few-asked")
                                    : it.exact() && it.answered() >= Round.FEWEST
                                            ? view.text("gap.answered", it.answered(), it.invited())
                                            : it.answered() < Round.FEWEST
                                                    ? view.text("gap.answered.few", it.invited())
                                                    : view.text("gap.answered.at-least", it.answered(), it.invited()))
                    .orElse("");
        }

        /** Which reminder can be sent on a day; 0 for none. */
        public int reminder(LocalDate today) {
            return overview.filter(it ->
                            it.nextReminder().filter(day -> !day.isAfter(today)).isPresent())
                    .map(it -> it.reminders().size() + 1)
                    .orElse(0);
        }
    }

    /** What is chosen for the short round while the unit waits. */
    static final String WAITING = "vent";

    /** The form of the next round, as typed. */
    public record Typed(String form, String residential, String opens) {}

    public boolean leads() {
        return visit.leads();
    }

    /** Whether the reader writes the user council's answers. */
    public boolean council() {
        return visit.part() == Part.COUNCIL || visit.leads();
    }

    /** The round that the leader and the council answer now. */
    public Optional<GapRound> current() {
        return rounds.stream()
                .map(Line::round)
                .filter(it -> it.state() != Round.State.DRAFT)
                .findFirst();
    }

    /** Whether the unit uses the short form, in the newest round or, before any, in the one proposed. */
    public boolean brief() {
        return rounds.stream()
                .findFirst()
                .map(it -> it.round().form() == GapForm.BRIEF)
                .orElse(typed.form().equals(GapForm.BRIEF.code()));
    }

    /** What a round is called. */
    public String occasion(View view, GapRound round) {
        return occasion(view, round.occasion());
    }

    public String occasion(View view, int months) {
        return switch (months) {
            case GapRound.WAITING -> view.text("gap.waiting");
            case 0 -> view.text("gap.start");
            default -> view.text("gap.after", months);
        };
    }

    /** Where a form about a round is sent. */
    public String at(GapRound round, String what) {
        return visit.at(PATH + "/" + round.id().value() + "/" + what);
    }

    /**
     * What can be asked.
     *
     * @param waiting whether the unit can be measured while it waits
     */
    public List<Option> forms(View view, boolean waiting) {
        List<Option> forms = new ArrayList<>(List.of(
                Option.of(GapForm.FULL.code(), view.text("gap.form.full"), view.text("gap.form.full.about")),
                Option.of(GapForm.BRIEF.code(), view.text("gap.form.kort"), view.text("gap.form.kort.about"))));
        if (waiting) {
            forms.add(Option.of(WAITING, view.text("gap.form.vent"), view.text("gap.form.vent.about")));
        }
        return forms;
    }

    public List<Option> yesOrNo(View view) {
        return List.of(Option.of("ja", view.text("gap.make.yes")), Option.of("nei", view.text("gap.make.no")));
    }

    @Override
    public int status() {
        return trouble.status();
    }
}
