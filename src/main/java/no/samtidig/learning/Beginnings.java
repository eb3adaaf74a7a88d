package no.samtidig.learning;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.samtidig.access.AccountId;
import no.samtidig.access.Role;
import no.samtidig.catalogue.Block;
import no.samtidig.catalogue.Lesson;
import no.samtidig.catalogue.Profession;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The first visit: what a person works as, and where to begin. */
@Service
public class Beginnings {
    private final JdbcClient sql;
    private final Clock clock;

    Beginnings(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What the person has said; empty before they have said anything. */
    public Optional<Beginning> of(AccountId account) {
        return sql.sql("select profession, confirmed from learning.beginning where account = :account")
                .param("account", account.value())
                .query((row, number) -> new Beginning(
                        Optional.ofNullable(row.getString("profession")).flatMap(Profession::of),
                        row.getObject("confirmed", OffsetDateTime.class)))
                .optional();
    }

    /** Keeps what the person says; said twice, it is kept once. */
    @Transactional
    public void confirm(AccountId account, Optional<Profession> profession) {
        sql.sql("""
                insert into learning.beginning (account, profession, confirmed) values (:account, :profession, :now)
                on conflict (account) do update set profession = excluded.profession, confirmed = excluded.confirmed
                """)
                .param("account", account.value())
                .param("profession", profession.map(Profession::code).orElse(null))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** What somebody in this role most likely works as: to be confirmed, never assumed. */
    public static Optional<Profession> likely(Role role) {
        return switch (role) {
            case MILIEU_THERAPIST -> Optional.of(Profession.MILIEU_THERAPIST);
            case CLINICIAN -> Optional.of(Profession.CLINICIAN);
            case UNIT_LEADER -> Optional.of(Profession.UNIT_LEADER);
            case REGIONAL_CONTACT, FACILITATOR, EDITOR, LIVED_EXPERIENCE_CONSULTANT, PROJECT_LEAD, ADMINISTRATOR ->
                Optional.empty();
        };
    }

    /**
     * A place in the library.
     *
     * @param module which module
     * @param progress the lesson, and how far the person is in it
     * @param step where in it
     */
    public record Piece(ModuleProgress module, LessonProgress progress, Lesson.Step step) {
        public String path() {
            return "/moduler/" + module.module().slug() + "/"
                    + progress.lesson().slug() + "/" + step.id();
        }
    }

    /** The lesson to read first: the one to go on with of those written for the profession, or of all where it is unknown. */
    public static Optional<Piece> toRead(List<ModuleProgress> modules, Optional<Profession> profession) {
        return lessons(modules, profession)
                .filter(it -> !it.progress().completed())
                .findFirst();
    }

    /**
     * Something short to do, in another lesson than the one to read: a course of events with choices, or what the profession will
     * soon need. Clinicians and case workers judge duties; a manager leads the team.
     */
    public static Optional<Piece> toTry(List<ModuleProgress> modules, Optional<Profession> profession) {
        Optional<Piece> first = toRead(modules, profession);
        Predicate<Block> kind = profession.map(Beginnings::kind).orElse(Block.BranchingCase.class::isInstance);
        return lessons(modules, profession)
                .filter(it -> first.filter(read -> read.progress().equals(it.progress()))
                        .isEmpty())
                .flatMap(it -> it.progress().lesson().steps().stream()
                        .filter(step -> step.blocks().stream().anyMatch(kind))
                        .map(step -> new Piece(it.module(), it.progress(), step)))
                .findFirst();
    }

    private static Predicate<Block> kind(Profession profession) {
        return switch (profession) {
            case MILIEU_THERAPIST -> Block.BranchingCase.class::isInstance;
            case CLINICIAN, CASE_WORKER -> Block.DutyCase.class::isInstance;
            case UNIT_LEADER -> Block.TeamExercise.class::isInstance;
        };
    }

    private static Stream<Piece> lessons(List<ModuleProgress> modules, Optional<Profession> profession) {
        return modules.stream()
                .flatMap(module -> module.lessons().stream()
                        .filter(it -> profession
                                .map(it.lesson().professions()::contains)
                                .orElse(true))
                        .map(it -> new Piece(module, it, it.nextOrFirst())));
    }
}
