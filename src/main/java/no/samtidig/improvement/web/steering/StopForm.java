package no.samtidig.improvement.web.steering;

import java.util.List;
import no.samtidig.improvement.JourneyMove;
import no.samtidig.improvement.NoPatients;
import no.samtidig.improvement.StopReason;
import no.samtidig.improvement.agreement.Farewell;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.code.Coded;

/**
 * The form of a stop, as typed.
 *
 * @param reasons codes
 * @param note for leader and coach
 * @param told what the staff are told
 * @param talk code
 * @param askAgain whether the region may ask again
 */
public record StopForm(List<String> reasons, String note, String told, String talk, boolean askAgain) {
    public StopForm {
        reasons = List.copyOf(reasons);
        note = note.strip().replace("\r\n", "\n");
        told = told.strip().replace("\r\n", "\n");
    }

    List<StopReason> why() {
        return reasons.stream()
                .flatMap(it -> StopReason.of(it).stream())
                .distinct()
                .toList();
    }

    Trouble trouble() {
        Trouble found =
                why().isEmpty() || why().size() > 2 ? Trouble.at("grunn", "stop.trouble.reasons") : Trouble.NONE;
        found = found.and(text("notat", note, JourneyMove.LONGEST_NOTE));
        found = told.isEmpty()
                ? found.and("beskjed", "stop.trouble.told")
                : found.and(text("beskjed", told, Farewell.LONGEST));
        return Coded.of(Farewell.Talk.class, talk).isEmpty() ? found.and("samtale", "stop.trouble.talk") : found;
    }

    private static Trouble text(String field, String typed, int most) {
        if (typed.length() > most) {
            return Trouble.at(field, "agreement.trouble.long", most);
        }
        return NoPatients.found(typed) ? Trouble.at(field, NoPatients.REFUSAL) : Trouble.NONE;
    }

    Farewell farewell() {
        return new Farewell(told, Coded.of(Farewell.Talk.class, talk).orElseThrow(), askAgain);
    }
}
