package no.samtidig.improvement.web.agreement;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import no.samtidig.improvement.NoPatients;
import no.samtidig.improvement.agreement.AgreementText;
import no.samtidig.improvement.agreement.Goal;
import no.samtidig.improvement.agreement.Seat;
import no.samtidig.platform.Trouble;

/**
 * The agreement's form, as typed.
 *
 * @param based the version it was written from; 0 for none
 * @param goal six parts
 * @param staff as typed
 * @param seats the places that were shown
 * @param names by place, as typed
 */
public record AgreementForm(
        int based, List<String> goal, String staff, List<Seat> seats, Map<Seat, String> names, String more) {
    static final String STAFF = "ansatte";
    static final String MORE = "mer";
    static final String SEAT = "plass-";

    public AgreementForm {
        goal = List.copyOf(goal);
        seats = List.copyOf(seats);
        names = Map.copyOf(names);
    }

    static AgreementForm of(int based, AgreementText text) {
        return new AgreementForm(
                based,
                text.goal().parts(),
                String.valueOf(text.staff()),
                Seat.of(text.staff()),
                text.team(),
                text.more());
    }

    /** An empty one for a unit with so many staff. */
    static AgreementForm first(int staff) {
        return of(0, new AgreementText(Goal.NONE, staff, Map.of(), ""));
    }

    static AgreementForm read(Map<String, String> sent) {
        List<Seat> seats = new ArrayList<>();
        Map<Seat, String> names = new EnumMap<>(Seat.class);
        for (Seat it : Seat.values()) {
            String name = sent.get(SEAT + it.code());
            if (name != null) {
                seats.add(it);
                names.put(it, name);
            }
        }
        return new AgreementForm(
                number(sent.getOrDefault("versjon", ""), 0),
                Goal.FIELDS.stream().map(it -> sent.getOrDefault(it, "")).toList(),
                sent.getOrDefault(STAFF, "").strip(),
                seats,
                names,
                sent.getOrDefault(MORE, ""));
    }

    /** A whole number without sign, of three digits at most; else what is given instead. */
    private static int number(String typed, int otherwise) {
        boolean digits =
                !typed.isEmpty() && typed.length() <= 3 && typed.chars().allMatch(it -> it >= '0' && it <= '9');
        return digits ? Integer.parseInt(typed) : otherwise;
    }

    private int typedStaff() {
        return number(staff, 0);
    }

    /** What stands in a part of the goal. */
    public String part(String field) {
        return goal.get(Goal.FIELDS.indexOf(field));
    }

    public String name(Seat seat) {
        return names.getOrDefault(seat, "");
    }

    /** The same from another version. */
    AgreementForm from(int version) {
        return new AgreementForm(version, goal, staff, seats, names, more);
    }

    /** Whether so many staff have another team than the one that was shown. */
    private boolean otherTeam() {
        return typedStaff() > 0 && !Seat.of(typedStaff()).equals(seats);
    }

    /** The same with the places that so many staff have. */
    AgreementForm seated() {
        return otherTeam() ? new AgreementForm(based, goal, staff, Seat.of(typedStaff()), names, more) : this;
    }

    /** What is wrong, in the order of the page. */
    Trouble trouble() {
        Trouble found = Trouble.NONE;
        for (String field : Goal.FIELDS) {
            found = found.and(text(field, part(field), Goal.LONGEST));
        }
        if (typedStaff() < 1) {
            found = found.and(STAFF, "agreement.trouble.staff");
        } else if (otherTeam()) {
            found = found.and(STAFF, "agreement.trouble.other-team");
        }
        for (Seat it : seats) {
            found = found.and(text(SEAT + it.code(), name(it), Seat.LONGEST_NAME));
        }
        return found.and(text(MORE, more, AgreementText.LONGEST_MORE));
    }

    private static Trouble text(String field, String typed, int most) {
        if (typed.strip().length() > most) {
            return Trouble.at(field, "agreement.trouble.long", most);
        }
        return NoPatients.found(typed) ? Trouble.at(field, NoPatients.REFUSAL) : Trouble.NONE;
    }

    /** What it says, where nothing is wrong. */
    AgreementText text() {
        return new AgreementText(new Goal(goal), typedStaff(), names, more);
    }
}
