package no.samtidig.development;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import no.samtidig.access.AccountId;
import no.samtidig.access.Accounts;
import no.samtidig.access.Visitor;
import no.samtidig.catalogue.Block;
import no.samtidig.catalogue.BlockRef;
import no.samtidig.catalogue.KnowledgeModule;
import no.samtidig.catalogue.KnowledgeModules;
import no.samtidig.catalogue.Lesson;
import no.samtidig.learning.Answering;
import no.samtidig.learning.Progressing;
import no.samtidig.platform.Language;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What some of the made-up people have learned before the demo begins, so that a leader's page and the day's exercise have something to
 * show. It goes the same way as a reader does, and is then moved back in time.
 */
@Component
@OnlyInDevelopment
@Order(10)
class DemoProgress implements DemoPart {
    /** Every so many questions the made-up reader answers wrongly. */
    private static final int WRONG = 4;

    private final KnowledgeModules modules;
    private final Progressing progressing;
    private final Answering answering;
    private final DemoPeople people;
    private final Accounts accounts;
    private final JdbcClient sql;
    private final boolean wanted;

    DemoProgress(
            KnowledgeModules modules,
            Progressing progressing,
            Answering answering,
            DemoPeople people,
            Accounts accounts,
            JdbcClient sql,
            @Value("${samtidig.demo-progress:true}") boolean wanted) {
        this.modules = modules;
        this.progressing = progressing;
        this.answering = answering;
        this.people = people;
        this.accounts = accounts;
        this.sql = sql;
        this.wanted = wanted;
    }

    /** What each person has learned before the demo begins: {@code learned: {lessons: 3, latest: 4}}, in days ago. */
    @Override
    public void make() {
        people.people().stream()
                .filter(_ -> wanted)
                .forEach(person -> person.optional("learned").ifPresent(it -> {
                    AccountId account = people.account(person.text("email"));
                    learned(
                            Objects.requireNonNull(
                                    accounts.visitor(account, null).person()),
                            it.only("lessons", "latest").number("lessons", 1, 11),
                            it.number("latest", 0, 99));
                }));
    }

    /**
     * Goes through the first lessons of the first finished module.
     *
     * @param reader who
     * @param lessons how many
     * @param latest how many days ago the last of them was completed; each one before it was two days earlier
     */
    private void learned(Visitor.Person reader, int lessons, int latest) {
        KnowledgeModule module = modules.all().stream()
                .filter(KnowledgeModule::finished)
                .findFirst()
                .orElseThrow();
        List<Lesson> read = module.lessons(Language.NB).stream().limit(lessons).toList();
        for (Lesson lesson : read) {
            lesson.steps().forEach(it -> {
                answer(reader, module, lesson, it);
                progressing.finish(reader, module, lesson, it, Language.NB);
            });
            int ago = latest + 2 * (read.size() - 1 - read.indexOf(lesson));
            moveBack("progress", "done", reader, lesson, ago);
            moveBack("lesson_completion", "completed", reader, lesson, ago);
            moveBack("answer", "answered", reader, lesson, ago);
        }
        sql.sql(
                        "update learning.enrolment set started = started - make_interval(days => :days) where account = :account")
                .param("days", latest + 2 * read.size())
                .param("account", reader.account().value())
                .update();
    }

    private void answer(Visitor.Person reader, KnowledgeModule module, Lesson lesson, Lesson.Step step) {
        for (Block block : step.blocks()) {
            if (block instanceof Block.Question question) {
                boolean right = Math.floorMod(block.id().hashCode(), WRONG) != 0;
                answering.answer(
                        reader.account(),
                        new BlockRef(module.slug(), lesson.slug(), block.id()),
                        block,
                        UUID.randomUUID(),
                        block.version().value(),
                        choice(question, right),
                        List.of());
            }
        }
    }

    private static List<Integer> choice(Block.Question question, boolean right) {
        return switch (question) {
            case Block.SingleChoice it -> one(it.options(), right);
            case Block.DutyCase it -> one(it.options(), right);
            case Block.MultipleChoice it ->
                IntStream.range(0, it.options().size())
                        .filter(i -> it.options().get(i).correct() == right)
                        .boxed()
                        .toList();
            case Block.Ordering it -> order(it.items().size(), right);
            case Block.Matching it -> order(it.pairs().size(), right);
        };
    }

    private static List<Integer> one(List<Block.Option> options, boolean right) {
        return IntStream.range(0, options.size())
                .filter(i -> options.get(i).correct() == right)
                .boxed()
                .limit(1)
                .toList();
    }

    private static List<Integer> order(int size, boolean right) {
        List<Integer> order = IntStream.range(0, size).boxed().toList();
        return right ? order : order.reversed();
    }

    private void moveBack(String table, String column, Visitor.Person reader, Lesson lesson, int days) {
        sql.sql("update learning." + table + " set " + column + " = " + column
                        + " - make_interval(days => :days) where account = :account and lesson = :lesson")
                .param("days", days)
                .param("account", reader.account().value())
                .param("lesson", lesson.slug())
                .update();
    }
}
