package no.samtidig.survey.results;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.samtidig.organisation.Place;
import no.samtidig.organisation.RegionLayer;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.code.Coded;
import no.samtidig.survey.RoundId;
import no.samtidig.survey.results.Report.GroupKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of results. It reads the views {@code survey.report_*} and nothing else, which a test holds it to. */
@Repository
class ResultStore {
    private final JdbcClient sql;

    ResultStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Reads a view for everybody at the place and, where asked for, its parts or the regions. Each of them is a select of its own with
     * nothing but equals signs: so the database finds each group by its key also through the joins of the views.
     */
    private JdbcClient.StatementSpec chosen(String select, Collection<RoundId> rounds, Place place, Division division) {
        List<String> parts = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        for (RoundId round : rounds) {
            String at = "round = :round" + values.size();
            values.put("round" + values.size(), round.value());
            parts.add(select + " where " + at + " and place_kind = :kind and place = :place and split_kind = 'all'");
            if (division.byRegion()) {
                parts.add(select + " where " + at + " and place_kind = :layer and split_kind = 'all'");
            } else if (division != Division.NONE) {
                parts.add(
                        select + " where " + at + " and place_kind = :kind and place = :place and split_kind = :split");
            }
        }
        values.put("kind", Report.kind(place));
        values.put("place", Report.code(place));
        values.put("split", division.split());
        values.put("layer", division.name().toLowerCase(Locale.ROOT));
        return sql.sql(String.join(" union all ", parts)).params(values);
    }

    /** How many answers each group has. */
    Map<GroupKey, Integer> groups(Collection<RoundId> rounds, Place place, Division division) {
        Map<GroupKey, Integer> found = new HashMap<>();
        chosen("""
                        select round, place_kind, place, split_kind, split, n from survey.report_group
                        """, rounds, place, division).query((ResultSet row) -> {
            found.put(key(row), row.getInt("n"));
        });
        return found;
    }

    /** How each group answered each question. */
    Map<GroupKey, Map<String, Tally>> tallies(Collection<RoundId> rounds, Place place, Division division) {
        Map<GroupKey, Map<String, Map<String, Integer>>> found = new HashMap<>();
        chosen("""
                        select round, place_kind, place, split_kind, split, item, value, n from survey.report_answer
                        """, rounds, place, division).query((ResultSet row) -> {
            found.computeIfAbsent(key(row), it -> new HashMap<>())
                    .computeIfAbsent(row.getString("item"), it -> new HashMap<>())
                    .put(row.getString("value"), row.getInt("n"));
        });
        Map<GroupKey, Map<String, Tally>> tallies = new HashMap<>();
        found.forEach((group, items) -> {
            Map<String, Tally> all = new HashMap<>();
            items.forEach((item, counts) -> {
                Integer answered = counts.remove("");
                if (answered != null) {
                    all.put(item, new Tally(answered, counts));
                }
            });
            tallies.put(group, all);
        });
        return tallies;
    }

    /** How many of each group were asked. */
    Map<GroupKey, Integer> invited(Collection<RoundId> rounds, Place place, Division division) {
        Map<GroupKey, Integer> found = new HashMap<>();
        chosen("""
                        select round, place_kind, place, split_kind, split, invited from survey.report_participation
                        """, rounds, place, division).query((ResultSet row) -> {
            found.put(key(row), row.getInt("invited"));
        });
        return found;
    }

    /** Groups that nothing is shown of though five or more answered. */
    Set<GroupKey> held(Collection<RoundId> rounds, Place place, Division division) {
        Set<GroupKey> found = new HashSet<>();
        chosen("""
                        select round, place_kind, place, split_kind, split from survey.report_held
                        """, rounds, place, division).query((ResultSet row) -> {
            found.add(key(row));
        });
        return found;
    }

    /** How many answers of the round are shown for places of the kind, all together. */
    int counted(RoundId round, String kind) {
        return sql.sql("""
                select coalesce(sum(n), 0) from survey.report_group
                where round = :round and place_kind = :kind and split_kind = 'all'
                """)
                .param("round", round.value())
                .param("kind", kind)
                .query(Integer.class)
                .single();
    }

    /** How many were asked in the whole round. */
    int invited(RoundId round) {
        return sql.sql("""
                select coalesce(sum(invited), 0) from survey.report_participation
                where round = :round and place_kind = 'country' and split_kind = 'all'
                """).param("round", round.value()).query(Integer.class).single();
    }

    /** How many of the round's invitations were taken back. */
    int withdrawn(RoundId round) {
        return sql.sql("select coalesce(sum(withdrawn), 0) from survey.report_withdrawn where round = :round")
                .param("round", round.value())
                .query(Integer.class)
                .single();
    }

    /** Free texts, at most so many for each question; ids are random, so the order is none. */
    Map<String, Report.Words> words(RoundId round, int most) {
        Map<String, List<String>> some = new LinkedHashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        sql.sql("""
                select item, words, n from (
                    select item, words, row_number() over (partition by item) as place, count(*) over (partition by item) as n
                    from survey.report_text where round = :round) numbered
                where place <= :most order by item, place
                """).param("round", round.value()).param("most", most).query((ResultSet row) -> {
            some.computeIfAbsent(row.getString("item"), it -> new ArrayList<>()).add(row.getString("words"));
            counts.put(row.getString("item"), row.getInt("n"));
        });
        return some.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, it -> new Report.Words(counts.getOrDefault(it.getKey(), 0), it.getValue())));
    }

    /** The rounds that have something to show for the place. */
    Set<RoundId> with(Place place) {
        return sql.sql("""
                select distinct round from survey.report_group where place_kind = :kind and place = :place and split_kind = 'all'
                """)
                .param("kind", Report.kind(place))
                .param("place", Report.code(place))
                .query((row, number) -> new RoundId(row.getObject("round", UUID.class)))
                .set();
    }

    /** Whether the round has something to show for the place. */
    boolean shows(RoundId round, Place place) {
        return sql.sql("""
                select exists (select from survey.report_group
                    where round = :round and place_kind = :kind and place = :place and split_kind = 'all')
                """)
                .param("round", round.value())
                .param("kind", Report.kind(place))
                .param("place", Report.code(place))
                .query(Boolean.class)
                .single();
    }

    private static Place place(String kind, String code) {
        return switch (kind) {
            case "country" -> new Place.Country();
            case "owner", "unit" -> Place.of(new UnitPath(code));
            default -> new Place.Region(Coded.of(RegionLayer.class, kind).orElseThrow(), code);
        };
    }

    private static GroupKey key(ResultSet row) throws SQLException {
        return new GroupKey(
                new RoundId(row.getObject("round", UUID.class)),
                place(row.getString("place_kind"), row.getString("place")),
                row.getString("split_kind"),
                row.getString("split"));
    }
}
