package no.samtidig.improvement.web.journey;

import java.time.LocalDate;
import java.util.List;
import no.samtidig.access.AccountId;
import no.samtidig.improvement.onboarding.NewStaff;
import no.samtidig.learning.StaffCompletion;

/**
 * The leader's staff in numbers: what has been completed, and nothing else.
 *
 * @param staff all but the leader who reads
 * @param newcomers new colleagues, the latest first
 */
public record StaffNumbers(List<StaffCompletion> staff, List<NewStaff.Newcomer> newcomers) {
    public StaffNumbers {
        staff = List.copyOf(staff);
        newcomers = List.copyOf(newcomers);
    }

    static StaffNumbers of(List<StaffCompletion> all, List<NewStaff.Newcomer> newcomers, AccountId reader) {
        return new StaffNumbers(
                all.stream().filter(it -> !it.member().account().equals(reader)).toList(), newcomers);
    }

    public int count() {
        return staff.size();
    }

    /** How many have completed a lesson. */
    public long begun() {
        return staff.stream().filter(StaffNumbers::begun).count();
    }

    /** Whether somebody has completed a lesson. */
    public static boolean begun(StaffCompletion one) {
        return one.modules().stream().anyMatch(it -> it.completed() > 0);
    }

    /** How many have completed a whole module. */
    public long whole() {
        return staff.stream()
                .filter(it -> it.modules().stream().anyMatch(in -> in.whole().isPresent()))
                .count();
    }

    /** New colleagues whose month has gone without the first lessons. */
    public List<NewStaff.Newcomer> late(LocalDate today) {
        return newcomers.stream().filter(it -> it.late(today)).toList();
    }
}
