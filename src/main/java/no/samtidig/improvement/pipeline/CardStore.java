package no.samtidig.improvement.pipeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.access.Role;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.JourneyId;
import no.samtidig.organisation.UnitPath;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of a unit's card. */
@Repository
class CardStore {
    private final JdbcClient sql;

    CardStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** What stands on a card besides lists. */
    record Facts(
            String county,
            Optional<String> coach,
            Optional<UnitCard.Step> step,
            int revision,
            OutsideContact contact,
            Optional<JourneyId> before,
            Optional<JourneyId> after) {}

    Facts facts(JourneyId journey, OffsetDateTime now) {
        return sql.sql("""
                select c.name as county, case when exists (
                        select from access.role_grant g join organisation.region_county r
                            on r.layer = g.region_layer and r.region = g.region_code and r.county = u.county
                                and daterange(r.valid_from, r.valid_to, '[)') @> :today
                        where g.account = j.coach and g.role = :role and (g.ended is null or g.ended > :now))
                    then a.name end as coach, k.next_step, k.next_day, coalesce(k.revision, 0) as revision,
                    coalesce(p.name, '') as name, coalesce(p.address, '') as address, coalesce(p.phone, '') as phone, j.before,
                    (select n.id from improvement.journey n where n.before = j.id order by n.begun desc, n.id limit 1) as after
                from improvement.journey j join organisation.unit u on u.path = j.unit join organisation.county c on c.number = u.county
                    left join access.account a on a.id = j.coach
                    left join improvement.pipeline_card k on k.journey = j.id
                    left join improvement.pipeline_contact p on p.journey = j.id
                where j.id = :journey
                """)
                .param("journey", journey.value())
                .param("role", Role.REGIONAL_CONTACT.code())
                .param("now", now)
                .param("today", now.toLocalDate())
                .query(CardStore::facts)
                .single();
    }

    private static Facts facts(ResultSet row, int number) throws SQLException {
        LocalDate day = row.getObject("next_day", LocalDate.class);
        return new Facts(
                row.getString("county"),
                Optional.ofNullable(row.getString("coach")),
                day == null ? Optional.empty() : Optional.of(new UnitCard.Step(row.getString("next_step"), day)),
                row.getInt("revision"),
                new OutsideContact(row.getString("name"), row.getString("address"), row.getString("phone")),
                journey(row, "before"),
                journey(row, "after"));
    }

    private static Optional<JourneyId> journey(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class)).map(JourneyId::new);
    }

    /** The newest first. */
    List<UnitCard.Note> notes(JourneyId journey) {
        return sql.sql("""
                select n.made, coalesce(a.name, '') as by, n.text
                from improvement.pipeline_note n left join access.account a on a.id = n.by
                where n.journey = :journey order by n.made desc, n.id
                """)
                .param("journey", journey.value())
                .query((row, _) -> new UnitCard.Note(
                        row.getObject("made", OffsetDateTime.class), row.getString("by"), row.getString("text")))
                .list();
    }

    /** Units that were merged into that of the journey since it began, by name: they ended while that unit was there already. */
    List<String> mergedInto(Journey journey) {
        return sql.sql("""
                select o.name from organisation.unit o join organisation.unit n on n.path = o.successor
                where n.path = :unit::ltree and n.valid_from < o.valid_to and o.valid_to >= :begun order by o.valid_to, o.name
                """)
                .param("unit", journey.unit().value())
                .param("begun", journey.begun())
                .query(String.class)
                .list();
    }

    Map<AccountId, String> names(Collection<AccountId> accounts) {
        Map<AccountId, String> names = new HashMap<>();
        sql.sql("select id, name from access.account where id = any(:ids)")
                .param("ids", accounts.stream().map(AccountId::value).toArray(UUID[]::new))
                .query(row -> {
                    names.put(new AccountId(row.getObject("id", UUID.class)), row.getString("name"));
                });
        return names;
    }

    /** Somebody who could follow a unit. */
    record Named(AccountId account, String name) {}

    /** The regional contacts of the regions a unit lies in today, whatever layer, by name. */
    List<Named> contactsOf(UnitPath unit, OffsetDateTime now) {
        return sql.sql("""
                select distinct a.id, a.name
                from organisation.unit u
                    join organisation.region_county r on r.county = u.county and daterange(r.valid_from, r.valid_to, '[)') @> :today
                    join access.role_grant g on g.region_layer = r.layer and g.region_code = r.region and g.role = :role
                    join access.account a on a.id = g.account
                where u.path = :unit::ltree and a.closed is null and g.granted <= :now and (g.ended is null or g.ended > :now)
                order by a.name, a.id
                """)
                .param("unit", unit.value())
                .param("role", Role.REGIONAL_CONTACT.code())
                .param("now", now)
                .param("today", now.toLocalDate())
                .query((row, _) -> new Named(new AccountId(row.getObject("id", UUID.class)), row.getString("name")))
                .list();
    }

    /** Writes the next step if nobody wrote on the card meanwhile; returns whether it did. */
    boolean step(JourneyId journey, UnitCard.@Nullable Step step, int revision, LocalDate today) {
        return sql.sql("""
                insert into improvement.pipeline_card as k (journey, next_step, next_day, touched, revision)
                select :journey, :what, :day, :today, 1 where :revision = 0
                    or exists (select from improvement.pipeline_card where journey = :journey)
                on conflict (journey) do update set next_step = excluded.next_step, next_day = excluded.next_day,
                    touched = excluded.touched, revision = k.revision + 1 where k.revision = :revision
                """)
                        .param("journey", journey.value())
                        .param("what", step == null ? "" : step.what())
                        .param("day", step == null ? null : step.day())
                        .param("today", today)
                        .param("revision", revision)
                        .update()
                == 1;
    }

    /** Notes that somebody wrote on the card, if nobody did meanwhile; returns whether it did. */
    boolean touch(JourneyId journey, int revision, LocalDate today) {
        return sql.sql("""
                insert into improvement.pipeline_card as k (journey, touched, revision)
                select :journey, :today, 1 where :revision = 0
                    or exists (select from improvement.pipeline_card where journey = :journey)
                on conflict (journey) do update set touched = excluded.touched, revision = k.revision + 1
                    where k.revision = :revision
                """)
                        .param("journey", journey.value())
                        .param("today", today)
                        .param("revision", revision)
                        .update()
                == 1;
    }

    /** Something happened there today. */
    void stir(JourneyId journey, LocalDate today) {
        sql.sql("""
                insert into improvement.pipeline_card (journey, touched) values (:journey, :today)
                on conflict (journey) do update set touched = excluded.touched
                """).param("journey", journey.value()).param("today", today).update();
    }

    void contact(JourneyId journey, OutsideContact contact) {
        if (contact.nobody()) {
            sql.sql("delete from improvement.pipeline_contact where journey = :journey")
                    .param("journey", journey.value())
                    .update();
            return;
        }
        sql.sql("""
                insert into improvement.pipeline_contact (journey, name, address, phone) values (:journey, :name, :address, :phone)
                on conflict (journey) do update set name = excluded.name, address = excluded.address, phone = excluded.phone
                """)
                .param("journey", journey.value())
                .param("name", contact.name())
                .param("address", contact.address())
                .param("phone", contact.phone())
                .update();
    }

    void note(UUID id, JourneyId journey, AccountId by, String text, OffsetDateTime now) {
        sql.sql("""
                insert into improvement.pipeline_note (id, journey, by, made, text) values (:id, :journey, :by, :now, :text)
                on conflict (id) do nothing
                """)
                .param("id", id)
                .param("journey", journey.value())
                .param("by", by.value())
                .param("now", now)
                .param("text", text)
                .update();
    }
}
