package no.samtidig.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.ToIntFunction;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.organisation.UnitPath;
import no.samtidig.questionnaire.QuestionnaireText;
import no.samtidig.survey.EverythingShown.Look;
import no.samtidig.survey.Story.Batch;
import no.samtidig.survey.Story.Known;
import no.samtidig.survey.Story.Person;
import no.samtidig.survey.disclosure.Releasing;

/** Plays rounds from invitation to results, with made-up people, and notes all that was to be seen on the way. */
final class Stories {
    private static final String KEPT = """
            coalesce(%1$s.unit::text, '') as %1$s_unit, coalesce(%1$s.county, '') as %1$s_county,
            coalesce(%1$s.level, '') as %1$s_level, coalesce(%1$s.staff_group, '') as %1$s_staff_group
            """;

    private final SurveyWorld world;
    private final EverythingShown shown;
    private int owners;

    Stories(SurveyWorld world, EverythingShown shown) {
        this.world = world;
        this.shown = shown;
    }

    /** Lets them answer, looking at the results after each release, and closes. */
    Story played(Round.First first, int looksWhileOpen, List<Person> people) {
        Round round = world.open(
                QuestionnaireText.read("alt", Path.of("alt.yaml"), Story.QUESTIONS), first, looksWhileOpen > 0);
        List<Look> looks = new ArrayList<>();
        Map<Integer, Batch> batches = new HashMap<>();
        for (int look = 0; look <= looksWhileOpen; look++) {
            for (Person it : people) {
                if (it.known().look() == look) {
                    Map<String, List<String>> answers = new HashMap<>(it.answers());
                    answers.put("nummer", List.of(String.valueOf(it.number())));
                    world.answer(round, unit(it.known()), staffGroup(it.known()), answers);
                }
            }
            if (look < looksWhileOpen) {
                world.app.bean(Releasing.class).release(round.id());
            } else {
                world.settle(round);
            }
            looks.add(shown.look(round));
            noteBatches(round, look, batches);
        }
        assertThat(batches).hasSameSizeAs(people);
        return new Story(round, people, looks, batches, told(round));
    }

    /** Notes where the answers lie that have come out since the look before. */
    private void noteBatches(Round round, int look, Map<Integer, Batch> batches) {
        world.sql
                .sql("select r.answers -> 'nummer' ->> 0 as nummer, " + KEPT.formatted("c")
                        + " from survey.response r join survey.cell c on c.id = r.cell where r.round = :round")
                .param("round", round.id().value())
                .query(row -> {
                    batches.putIfAbsent(row.getInt("nummer"), new Batch(look, kept(row, "c")));
                });
    }

    private Map<String, Map<Work, Work>> told(Round round) {
        Map<String, Map<Work, Work>> told = new HashMap<>();
        world.sql
                .sql("select i.item, " + KEPT.formatted("c") + ", " + KEPT.formatted("t") + """
                         from survey.item_cell i join survey.cell c on c.id = i.cell join survey.cell t on t.id = i.target
                        where i.round = :round
                        """)
                .param("round", round.id().value())
                .query(row -> {
                    told.computeIfAbsent(row.getString("item"), _ -> new HashMap<>())
                            .put(kept(row, "c"), kept(row, "t"));
                });
        return told;
    }

    private static Work kept(ResultSet row, String of) throws SQLException {
        return new Work(
                row.getString(of + "_unit"),
                row.getString(of + "_county"),
                row.getString(of + "_level"),
                row.getString(of + "_staff_group"));
    }

    private static UnitPath unit(Known who) {
        return new UnitPath(who.work().unit());
    }

    private static StaffGroup staffGroup(Known who) {
        return StaffGroup.of(who.work().staffGroup()).orElseThrow();
    }

    /** A round that invited more than answered. */
    record InvitedMore(Story story, Map<Known, Integer> invited) {}

    InvitedMore invitedMore(Round.First first, long seed) {
        Random random = new Random(seed);
        Story story = played(first, 0, smallCountry(random, 1));
        return inviting(story, _ -> random.nextInt(3));
    }

    /** Twelve of fifteen milieu therapists of a unit answer, and the only clinician. */
    InvitedMore oneAmongMany() {
        Work many = oneUnit("50");
        Work one = new Work(many.unit(), many.county(), many.level(), StaffGroup.CLINICIAN.code());
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            people.add(new Person(
                    new Known(i < 12 ? many : one, 0, ""), i, Map.of(Story.SVAR, List.of(Story.CHOICES.get(i % 3)))));
        }
        return inviting(played(Round.First.UNIT, 0, people), it -> it.work().equals(many) ? 3 : 0);
    }

    private InvitedMore inviting(Story story, ToIntFunction<Known> more) {
        Map<Known, Integer> invited = new LinkedHashMap<>();
        story.alike().forEach((who, people) -> {
            int others = more.applyAsInt(who);
            for (int i = 0; i < others; i++) {
                world.invite(story.round(), unit(who), staffGroup(who));
            }
            invited.put(who, people.size() + others);
        });
        // the count of the invited is kept when a round is settled: these came after
        again(story, "group_asked", "asked_now", "round, place_kind, place, split_kind, split, invited");
        again(story, "group_held", "held_now", "round, place_kind, place, split_kind, split");
        return new InvitedMore(story, invited);
    }

    private void again(Story story, String table, String view, String columns) {
        UUID round = story.round().id().value();
        world.sql
                .sql("delete from survey." + table + " where round = :round")
                .param("round", round)
                .update();
        world.sql
                .sql("insert into survey." + table + " (" + columns + ") select " + columns + " from survey." + view
                        + " where round = :round")
                .param("round", round)
                .update();
    }

    /** Milieu therapists of a unit that has its owner to itself. */
    Work oneUnit(String county) {
        ServiceLevel level = ServiceLevel.PRIMARY;
        UnitPath unit = world.units("ene" + owners++, county, level, 1).getFirst();
        return new Work(unit.value(), county, level.code(), StaffGroup.MILIEU.code());
    }

    /** Two counties, some units of each, two staff groups, few of most and many of some, who come before any of the looks. */
    List<Person> smallCountry(Random random, int looks) {
        List<Person> people = new ArrayList<>();
        for (String county : List.of("50", "46")) {
            ServiceLevel level = random.nextBoolean() ? ServiceLevel.PRIMARY : ServiceLevel.SPECIALIST;
            for (UnitPath unit : world.units("alt" + owners++, county, level, 1 + random.nextInt(2))) {
                for (StaffGroup group : List.of(StaffGroup.MILIEU, StaffGroup.CLINICIAN)) {
                    Work work = new Work(unit.value(), county, level.code(), group.code());
                    int size = random.nextInt(3) == 0 ? 9 + random.nextInt(9) + 4 * (looks - 1) : random.nextInt(5);
                    for (int i = 0; i < size; i++) {
                        Known who = new Known(work, random.nextInt(looks), "");
                        people.add(new Person(who, people.size(), answers(random)));
                    }
                }
            }
        }
        boolean worthAsking =
                people.size() >= 12 * looks && !Story.smallGroups(people).isEmpty();
        return worthAsking ? people : smallCountry(random, looks);
    }

    private static Map<String, List<String>> answers(Random random) {
        Map<String, List<String>> answers = new HashMap<>();
        String choice = Story.CHOICES.get(random.nextInt(3));
        answers.put(Story.SVAR, List.of(choice));
        if (choice.equals("ja") && random.nextInt(5) > 0) {
            answers.put("mer", List.of(random.nextBoolean() ? "a" : "b"));
        }
        switch (random.nextInt(4)) {
            case 0 -> answers.put("flere", List.of("x"));
            case 1 -> answers.put("flere", List.of("y"));
            case 2 -> answers.put("flere", List.of("x", "y"));
            default -> {}
        }
        if (random.nextInt(3) > 0) {
            answers.put("enig.rad", List.of(String.valueOf(1 + random.nextInt(3))));
        }
        if (random.nextInt(4) > 0) {
            answers.put("alder", List.of(String.valueOf(random.nextInt(61))));
        }
        return answers;
    }
}
