package no.samtidig.survey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every number of the views of a round. What is shown on pages, in files and on paper is made of them alone (ADR 0018). */
final class EverythingShown {
    private final JdbcClient sql;

    /** County to the regions of all layers it lies in. */
    private final Map<String, List<Group>> regions;

    private final Map<Work, Set<Group>> groupsOf = new HashMap<>();

    EverythingShown(JdbcClient sql) {
        this.sql = sql;
        this.regions = sql
                .sql("""
                select county, layer, region from organisation.region_county
                where current_date <@ daterange(valid_from, valid_to, '[)')
                """)
                .query((row, _) -> Map.entry(
                        row.getString("county"), new Group(row.getString("layer"), row.getString("region"), "", "")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** A group that is shown, as the views call it. */
    record Group(String kind, String place, String splitKind, String split) {
        /** A staff group of a unit as it is, however its answers are kept. No view has it: the variants to be caught show it. */
        static Group really(Work work) {
            return new Group("really", work.unit(), "staff-group", work.staffGroup());
        }
    }

    /**
     * What was to be seen at one time.
     *
     * @param groups how many answered
     * @param answers item, group, value to how many; a value nobody chose is not there, and {@code ""} is all who answered
     */
    record Look(Map<Group, Integer> groups, Map<String, Map<Group, Map<String, Integer>>> answers) {
        Map<Group, Map<String, Integer>> of(String item) {
            return answers.getOrDefault(item, Map.of());
        }

        /** With one more number: what the variants that the auditor has to catch show. */
        Look with(String item, Group group, Map<String, Integer> counts) {
            Map<Group, Map<String, Integer>> ofItem = new HashMap<>(of(item));
            ofItem.put(group, counts);
            Map<String, Map<Group, Map<String, Integer>>> more = new HashMap<>(answers);
            more.put(item, ofItem);
            return new Look(groups, more);
        }
    }

    /**
     * How many were invited, and how many of them are told of.
     *
     * @param held groups of which it is told that there are answers, and no number
     */
    record Participation(Map<Group, Integer> invited, Map<Group, Integer> answered, Set<Group> held) {
        boolean isEverybody(Group group) {
            return answered.containsKey(group) && Objects.equals(answered.get(group), invited.get(group));
        }
    }

    /** What is to be seen of the round now. */
    Look look(Round round) {
        Map<Group, Integer> groups = new HashMap<>();
        sql.sql("select place_kind, place, split_kind, split, n from survey.report_group where round = :round")
                .param("round", round.id().value())
                .query(row -> {
                    groups.put(group(row), row.getInt("n"));
                });
        Map<String, Map<Group, Map<String, Integer>>> answers = new HashMap<>();
        sql.sql("""
                select place_kind, place, split_kind, split, item, value, n from survey.report_answer where round = :round
                """).param("round", round.id().value()).query(row -> {
            answers.computeIfAbsent(row.getString("item"), _ -> new HashMap<>())
                    .computeIfAbsent(group(row), _ -> new HashMap<>())
                    .put(row.getString("value"), row.getInt("n"));
        });
        return new Look(groups, answers);
    }

    /** What is to be seen of participation now. */
    Participation participation(Round round) {
        Map<Group, Integer> invited = new HashMap<>();
        Map<Group, Integer> answered = new HashMap<>();
        sql.sql("""
                select place_kind, place, split_kind, split, invited, answered
                from survey.report_participation where round = :round
                """).param("round", round.id().value()).query(row -> {
            invited.put(group(row), row.getInt("invited"));
            int n = row.getInt("answered");
            if (!row.wasNull()) {
                answered.put(group(row), n);
            }
        });
        Set<Group> held = new HashSet<>();
        sql.sql("select place_kind, place, split_kind, split from survey.report_held where round = :round")
                .param("round", round.id().value())
                .query(row -> {
                    held.add(group(row));
                });
        return new Participation(invited, answered, held);
    }

    private static Group group(ResultSet row) throws SQLException {
        return new Group(
                row.getString("place_kind"),
                row.getString("place"),
                row.getString("split_kind"),
                row.getString("split"));
    }

    /** What may be kept of them where only these groups are shown: a group that is not shown holds nobody. */
    List<Work> possible(Work work, Set<Group> shown) {
        return work.waysToKeep().stream()
                .filter(it -> shown.containsAll(groups(it)))
                .toList();
    }

    /** Every group that answers kept so count to. */
    Set<Group> groups(Work kept) {
        return groupsOf.computeIfAbsent(kept, this::counted);
    }

    private Set<Group> counted(Work kept) {
        List<Group> places = new ArrayList<>(List.of(new Group("country", "", "", "")));
        places.addAll(regions.getOrDefault(kept.county(), List.of()));
        if (!kept.unit().isEmpty()) {
            places.add(new Group("unit", kept.unit(), "", ""));
            places.add(new Group("owner", kept.owner(), "", ""));
        }
        Set<Group> counted = new LinkedHashSet<>();
        for (Group place : places) {
            counted.add(new Group(place.kind(), place.place(), "all", ""));
            if (!kept.staffGroup().isEmpty()) {
                counted.add(new Group(place.kind(), place.place(), "staff-group", kept.staffGroup()));
            }
            if (!kept.level().isEmpty() && !Set.of("unit", "owner").contains(place.kind())) {
                counted.add(new Group(place.kind(), place.place(), "level", kept.level()));
            }
        }
        return counted;
    }
}
