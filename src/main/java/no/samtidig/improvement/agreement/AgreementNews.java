package no.samtidig.improvement.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.JourneyId;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.PipelineNews;
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
        return sql.sql("""
                with mine as materialized (
                    select distinct q.path from unnest(:scope::ltree[]) s (path) join organisation.unit q on q.path <@ s.path
                ), latest as (
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
