package no.samtidig.improvement.fidelity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.access.AuditLog;
import no.samtidig.improvement.JourneyId;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.organisation.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether another coach was with the unit's own at a rating. The other one rates on paper: a coach of another region comes to no unit of this one
 * here.
 */
@Service
public class Companies {
    /** One rating in so many is done with a coach from another region ({@code journey.md} section 4). */
    public static final int ONE_IN = 6;

    private final JdbcClient sql;
    private final AuditLog audit;

    Companies(JdbcClient sql, AuditLog audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /** Who was with the coach at a rating; empty for nobody. */
    public Optional<Company> of(Rating rating) {
        return sql.sql("select who from improvement.fidelity_company where rating = :rating")
                .param("rating", rating.id())
                .query(String.class)
                .optional()
                .flatMap(Company::of);
    }

    /** Keeps who was with the coach, or nobody; false once both sides have said yes to what stands. */
    @Transactional
    public boolean keep(JourneyVisit visit, Rating rating, @Nullable Company company) {
        if (rating.settled() != null) {
            return false;
        }
        sql.sql("delete from improvement.fidelity_company where rating = :rating")
                .param("rating", rating.id())
                .update();
        if (company != null) {
            sql.sql("insert into improvement.fidelity_company (rating, who) values (:rating, :who)")
                    .param("rating", rating.id())
                    .param("who", company.code())
                    .update();
        }
        audit.write(
                visit.person().account(),
                FidelityAction.NOTED_ANOTHER_COACH,
                rating.id().toString(),
                new Place.Unit(visit.journey().unit()),
                List.of());
        return true;
    }

    /**
     * A rating that goes on and is to be done with a coach from another region.
     *
     * @param unit path
     */
    record Due(JourneyId journey, String unit, int month) {}

    /** The coach's ratings that go on, if the coach has done {@code ONE_IN - 1} since the last with a coach from another region, and none such goes on. */
    List<Due> due(AccountId coach) {
        return sql.sql("""
                with mine as (
                    select r.id, p.done, c.who from improvement.fidelity_rater p
                    join improvement.fidelity_rating r on r.id = p.rating and r.settled is not null
                    left join improvement.fidelity_company c on c.rating = r.id
                    where p.part = 'veileder' and p.account = :coach and p.done is not null),
                since as (
                    select count(*) as n from mine
                    where done > coalesce((select max(done) from mine where who = 'annen-region'), date '-infinity'))
                select j.id as journey, j.unit::text as unit, r.month
                from improvement.journey j join improvement.fidelity_rating r on r.journey = j.id cross join since
                left join improvement.fidelity_company c on c.rating = r.id
                where j.coach = :coach and r.settled is null and since.n >= :others and c.who is null
                    and j.stage not in ('stopped', 'declined')
                    and not exists (
                        select from improvement.journey o join improvement.fidelity_rating n on n.journey = o.id and n.settled is null
                        join improvement.fidelity_company w on w.rating = n.id and w.who = 'annen-region' where o.coach = :coach)
                order by r.begun, r.id
                """)
                .param("coach", coach.value())
                .param("others", ONE_IN - 1)
                .query((row, _) -> new Due(
                        new JourneyId(row.getObject("journey", UUID.class)),
                        row.getString("unit"),
                        row.getInt("month")))
                .list();
    }

    /** Whether this rating of the visitor's is to be done with a coach from another region. */
    public boolean due(JourneyVisit visit, Rating rating) {
        return visit.coaches()
                && due(visit.person().account()).stream()
                        .anyMatch(it -> it.journey().equals(rating.journey()) && it.month() == rating.month());
    }
}
