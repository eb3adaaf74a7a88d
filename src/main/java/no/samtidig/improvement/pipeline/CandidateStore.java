package no.samtidig.improvement.pipeline;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.improvement.JourneyId;
import no.samtidig.improvement.Stage;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.organisation.OwnerKind;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.code.Coded;
import no.samtidig.platform.ui.ListQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of putting units into the pipeline. */
@Repository
class CandidateStore {
    private static final String FREE = PipelineStore.MINE + """
            , last as materialized (
                select distinct on (j.unit) j.unit, j.id, j.stage, j.since from improvement.journey j
                where j.unit in (select path from mine)
                order by j.unit, j.stage in ('stopped', 'declined'), j.begun desc, j.id
            ), seen as materialized (
                select u.path, u.name, o.name as owner, o.kind, u.level, u.county as county_number, c.name as county, e.id, e.stage, e.since
                from organisation.unit u join organisation.owner o on o.path = u.owner join organisation.county c on c.number = u.county
                    left join last e on e.unit = u.path
                where u.path in (select path from mine) and daterange(u.valid_from, u.valid_to, '[)') @> :today
            )
            """;

    private static final String LIST = FREE + """
             select *, count(*) over () as found from seen
            where (stage is null or stage in ('stopped', 'declined'))
                and (:level::text is null or level = :level) and (:county::text is null or county_number = :county)
                and not exists (select from unnest(:words::text[]) word where position(word in lower(name || ' ' || owner)) = 0)
            order by name, path limit :rows offset :offset
            """;

    private final JdbcClient sql;

    CandidateStore(JdbcClient sql) {
        this.sql = sql;
    }

    ListQuery.Found<Candidate> find(
            OrganisationScope scope,
            String[] words,
            Optional<ServiceLevel> level,
            Optional<String> county,
            int rows,
            int offset,
            LocalDate today) {
        record Found(Candidate unit, int count) {}
        List<Found> found = sql.sql(LIST)
                .param("scope", scope.parameter())
                .param("today", today)
                .param("words", words)
                .param("level", level.map(ServiceLevel::code).orElse(null))
                .param("county", county.orElse(null))
                .param("rows", rows)
                .param("offset", offset)
                .query((row, _) -> new Found(candidate(row), row.getInt("found")))
                .list();
        return new ListQuery.Found<>(
                found.stream().map(Found::unit).toList(),
                found.isEmpty() ? 0 : found.getFirst().count());
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        String ended = row.getString("stage");
        return new Candidate(
                new UnitPath(row.getString("path")),
                row.getString("name"),
                row.getString("owner"),
                Coded.of(OwnerKind.class, row.getString("kind")).orElseThrow(),
                Coded.of(ServiceLevel.class, row.getString("level")).orElseThrow(),
                row.getString("county"),
                ended == null ? null : Stage.of(ended).orElseThrow(),
                row.getObject("since", LocalDate.class));
    }

    /**
     * A unit of a scope as a list of contacts is laid beside it.
     *
     * @param journey its last; empty where it had none
     * @param alive whether that goes on
     * @param contact whether somebody is written down there
     */
    record Known(
            UnitPath path,
            String name,
            String owner,
            ServiceLevel level,
            Optional<JourneyId> journey,
            boolean alive,
            boolean contact) {}

    List<Known> known(OrganisationScope scope, LocalDate today) {
        return sql.sql(FREE + """
                 select s.*, coalesce(s.stage not in ('stopped', 'declined'), false) as alive, p.journey is not null as contact
                from seen s left join improvement.pipeline_contact p on p.journey = s.id
                """)
                .param("scope", scope.parameter())
                .param("today", today)
                .query((row, _) -> new Known(
                        new UnitPath(row.getString("path")),
                        row.getString("name"),
                        row.getString("owner"),
                        Coded.of(ServiceLevel.class, row.getString("level")).orElseThrow(),
                        Optional.ofNullable(row.getObject("id", UUID.class)).map(JourneyId::new),
                        row.getBoolean("alive"),
                        row.getBoolean("contact")))
                .list();
    }

    /** The last journeys of units that have one that ended and none that goes on. */
    Map<UnitPath, JourneyId> ended(Collection<UnitPath> units) {
        Map<UnitPath, JourneyId> all = new HashMap<>();
        sql.sql("""
                select distinct on (unit) unit::text as unit, id from improvement.journey
                where unit = any(:units::ltree[]) order by unit, begun desc, id
                """)
                .param("units", units.stream().map(UnitPath::value).toArray(String[]::new))
                .query(row -> {
                    all.put(new UnitPath(row.getString("unit")), new JourneyId(row.getObject("id", UUID.class)));
                });
        return all;
    }

    /** A batch as it is kept. */
    record Batch(String content, List<JourneyId> begun, List<String> passed, int contacts, boolean taken) {}

    void removeOlder(OffsetDateTime than) {
        sql.sql("delete from improvement.pipeline_batch where made < :than")
                .param("than", than)
                .update();
    }

    void put(UUID id, AccountId account, String content, OffsetDateTime now) {
        sql.sql(
                        "insert into improvement.pipeline_batch (id, account, made, content) values (:id, :account, :now, :content)")
                .param("id", id)
                .param("account", account.value())
                .param("now", now)
                .param("content", content)
                .update();
    }

    /** The batch of an account, held against everybody else until the transaction ends. */
    Optional<Batch> locked(UUID id, AccountId account) {
        return batch(id, account, " for update");
    }

    Optional<Batch> find(UUID id, AccountId account) {
        return batch(id, account, "");
    }

    private Optional<Batch> batch(UUID id, AccountId account, String how) {
        return sql.sql("""
                select content, begun, passed, contacts, taken from improvement.pipeline_batch where id = :id and account = :account
                """ + how)
                .param("id", id)
                .param("account", account.value())
                .query((row, _) -> new Batch(
                        row.getString("content"),
                        Arrays.stream((UUID[]) array(row.getArray("begun")))
                                .map(JourneyId::new)
                                .toList(),
                        List.of((String[]) array(row.getArray("passed"))),
                        row.getInt("contacts"),
                        row.getBoolean("taken")))
                .optional();
    }

    private static Object array(Array it) throws SQLException {
        return it.getArray();
    }

    void taken(UUID id, String content, List<JourneyId> begun, List<String> passed, int contacts) {
        sql.sql("""
                update improvement.pipeline_batch
                set content = :content, begun = :begun, passed = :passed, contacts = :contacts, taken = true where id = :id
                """)
                .param("id", id)
                .param("content", content)
                .param("begun", begun.stream().map(JourneyId::value).toArray(UUID[]::new))
                .param("passed", passed.toArray(String[]::new))
                .param("contacts", contacts)
                .update();
    }

    /** A journey with the name of its unit. */
    record Named(JourneyId journey, String unit) {}

    List<Named> named(Collection<JourneyId> journeys) {
        return sql.sql("""
                select j.id, u.name from improvement.journey j join organisation.unit u on u.path = j.unit
                where j.id = any(:ids) order by u.name, j.id
                """)
                .param("ids", journeys.stream().map(JourneyId::value).toArray(UUID[]::new))
                .query((row, _) -> new Named(new JourneyId(row.getObject("id", UUID.class)), row.getString("name")))
                .list();
    }
}
