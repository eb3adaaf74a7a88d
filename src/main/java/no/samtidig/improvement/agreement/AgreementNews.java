package no.samtidig.improvement.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.JourneyId;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.PipelineNews;
import no.samtidig.improvement.ScopedUnits;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.platform.Sentence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What agreements tell the region: which wait for its yes, and when both sides had said it. */
@Component
class AgreementNews implements PipelineNews {
    private final JdbcClient sql;

    AgreementNews(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Ahead> ahead(OrganisationScope scope, LocalDate today) {
        return Stream.of(toAccept(scope), newLeaders(scope), unanswered(scope))
                .flatMap(List::stream)
                .toList();
    }

    /** New leaders who have not answered: the unit's page tells it as the next step, and so do we. */
    private List<Ahead> newLeaders(OrganisationScope scope) {
        return sql.sql(ScopedUnits.MINE + """
                select c.journey, c.due as day from improvement.leader_change c join improvement.journey j on j.id = c.journey
                where c.answer is null and j.stage not in ('stopped', 'declined') and j.unit in (select path from mine)
                """)
                .param("scope", scope.parameter())
                .query((row, _) -> due(row, "new-leader", "/enheten"))
                .list();
    }

    /** Agreements that are filled in and wait for their leader. */
    private List<Ahead> unanswered(OrganisationScope scope) {
        return sql.sql(ScopedUnits.MINE + """
                , latest as materialized (
                    select distinct on (v.journey) v.journey, v.number, v.made, v.goal
                    from improvement.agreement_version v join improvement.journey j on j.id = v.journey
                    where j.stage not in ('stopped', 'declined') and j.unit in (select path from mine)
                    order by v.journey, v.number desc
                )
                select l.journey, l.made + :days as day from latest l
                where '' <> all (l.goal)
                    and not exists (select from improvement.leader_change c where c.journey = l.journey and c.answer is null)
                    and not exists (select from improvement.agreement_yes y where y.journey = l.journey and y.number = l.number
                        and y.side = 'leader' and y.withdrawn is null)
                """)
                .param("scope", scope.parameter())
                .param("days", AgreementErrands.ANSWER_WITHIN)
                .query((row, _) -> due(row, "say-yes", "/enheten/avtale"))
                .list();
    }

    private static Ahead due(ResultSet row, String step, String path) throws SQLException {
        UUID journey = row.getObject("journey", UUID.class);
        return new Ahead(
                new JourneyId(journey),
                Kind.DUE,
                row.getObject("day", LocalDate.class),
                Sentence.of("agreement.step." + step),
                path + "?" + JourneyVisit.WHICH + "=" + journey);
    }

    private List<Ahead> toAccept(OrganisationScope scope) {
        return sql.sql(ScopedUnits.MINE + """
                , latest as (
                    select v.journey, max(v.number) as number from improvement.agreement_version v
                        join improvement.journey j on j.id = v.journey
                    where j.stage not in ('stopped', 'declined') and j.unit in (select path from mine) group by v.journey
                )
                select l.journey, u.name, y.day from latest l
                    join improvement.agreement_yes y
                        on y.journey = l.journey and y.number = l.number and y.side = 'leader' and y.withdrawn is null
                    join improvement.journey j on j.id = l.journey join organisation.unit u on u.path = j.unit
                where not exists (select from improvement.agreement_yes r
                    where r.journey = l.journey and r.number = l.number and r.side = 'region' and r.withdrawn is null)
                order by y.day, u.name
                """)
                .param("scope", scope.parameter())
                .query((row, _) -> {
                    UUID journey = row.getObject("journey", UUID.class);
                    return new Ahead(
                            new JourneyId(journey),
                            Kind.TO_ACCEPT,
                            row.getObject("day", LocalDate.class),
                            Sentence.of("pipeline-news.agreement", row.getString("name")),
                            "/enheten/avtale?" + JourneyVisit.WHICH + "=" + journey);
                })
                .list();
    }

    @Override
    public List<Done> done(Journey journey) {
        return sql.sql("""
                select number, max(day) as day from improvement.agreement_yes
                where journey = :journey and withdrawn is null group by number having count(distinct side) = 2 order by number desc
                """)
                .param("journey", journey.id().value())
                .query((row, _) -> new Done(
                        row.getObject("day", LocalDate.class),
                        Sentence.of("pipeline-news.agreed", String.valueOf(row.getInt("number")))))
                .list();
    }
}
