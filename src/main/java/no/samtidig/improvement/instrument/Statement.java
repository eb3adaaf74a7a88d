package no.samtidig.improvement.instrument;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.samtidig.catalogue.Aim;
import no.samtidig.platform.LocalizedText;

/**
 * Something a unit does or does not do: one act, seen by colleagues.
 *
 * @param id never changes, and what it means never changes under it
 * @param who to whom it is put
 * @param residential whether it is put only in units where people stay the night (døgnenheter)
 * @param brief whether it stands in the short form
 * @param leader the same as a leader says it of herself; empty where it is put in the same words
 * @param life the times of life it is about; empty for all
 * @param actions two, ready to be taken on: startable within a week, costing nothing or an hour
 */
public record Statement(
        String id,
        Area area,
        Who who,
        boolean residential,
        boolean brief,
        LocalizedText text,
        Optional<LocalizedText> leader,
        Aim aim,
        Set<Life> life,
        Side side,
        Links links,
        List<ReadyAction> actions) {
    public Statement {
        life = Set.copyOf(life);
        actions = List.copyOf(actions);
    }

    /** What a leader is asked. */
    public LocalizedText forLeader() {
        return leader.orElse(text);
    }

    /**
     * Something to do about it.
     *
     * @param text what is done
     * @param sign <i>tegn på endring</i>: what is then seen, without facts about patients
     */
    public record ReadyAction(LocalizedText text, LocalizedText sign) {}

    /**
     * What it rests on. Only what exists is a link; the rest waits.
     *
     * @param claim id in the register of evidence
     * @param recommendation what a guideline or a rule says, by id in {@link Instrument#recommendations()}; told by name
     * @param lesson that teaches it, in the catalogue
     * @param ownJudgement whether no source was found, which is said openly
     * @param proposedClaim a claim somebody has yet to write and assess; never shown as a link
     * @param proposedLesson a lesson that is planned; never shown as a link
     */
    public record Links(
            Optional<String> claim,
            Optional<String> recommendation,
            Optional<LessonRef> lesson,
            boolean ownJudgement,
            Optional<String> proposedClaim,
            Optional<LessonRef> proposedLesson) {}

    /** A lesson's place in the library. */
    public record LessonRef(String module, String lesson) {
        /** Its page. */
        public String address() {
            return "/moduler/" + module + "/" + lesson;
        }
    }
}
