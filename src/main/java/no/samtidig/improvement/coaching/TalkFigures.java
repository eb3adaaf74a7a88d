package no.samtidig.improvement.coaching;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.JourneyId;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.PipelineFigures;
import no.samtidig.improvement.PipelineNews;
import no.samtidig.improvement.ScopedUnits;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.platform.Sentence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What coaching tells the region: talks held of those whose day has come, the next talk of each unit, and those held in one. */
@Component
class TalkFigures implements PipelineFigures, PipelineNews {
    private final JdbcClient sql;
    private final TalkStore store;

    TalkFigures(JdbcClient sql, TalkStore store) {
        this.sql = sql;
        this.store = store;
    }

    private record Counts(int held, int known, int unknown) {}

    /** A talk whose day has passed without a word is not known: it may have been held. */
    @Override
    public List<Figure> figures(OrganisationScope scope, LocalDate today) {
        Counts counts = sql.sql(ScopedUnits.MINE + """
                select count(*) filter (where t.state = 'held') as held, count(*) filter (where t.state <> 'planned') as known,
                    count(*) filter (where t.state = 'planned' and t.day < :today) as unknown
                from improvement.talk t join improvement.journey j on j.id = t.journey
                where j.unit in (select path from mine)
                """)
                .param("scope", scope.parameter())
                .param("today", today)
                .query(Counts.class)
                .single();
        return List.of(new Figure(Sentence.of("talks.figure"), counts.held(), counts.known(), counts.unknown()));
    }

    /** The month counts from the first results meeting; talks before it stand first. */
    @Override
    public List<Figure> byMonth(OrganisationScope scope, LocalDate today) {
        return sql.sql(ScopedUnits.MINE + """
                select case when j.month_zero is null or t.day < j.month_zero then -1
                        else (extract(year from age(t.day, j.month_zero)) * 12 + extract(month from age(t.day, j.month_zero)))::integer
                    end as month,
                    count(*) filter (where t.state = 'held') as held, count(*) filter (where t.state <> 'planned') as known,
                    count(*) filter (where t.state = 'planned') as unknown
                from improvement.talk t join improvement.journey j on j.id = t.journey
                where j.unit in (select path from mine) and (t.state <> 'planned' or t.day < :today)
                group by 1 order by 1
                """)
                .param("scope", scope.parameter())
                .param("today", today)
                .query((row, _) -> new Figure(
                        row.getInt("month") < 0
                                ? Sentence.of("talks.figure.before")
                                : Sentence.of("talks.figure.month", row.getInt("month")),
                        row.getInt("held"),
                        row.getInt("known"),
                        row.getInt("unknown")))
                .list();
    }

    @Override
    public List<Ahead> ahead(OrganisationScope scope, LocalDate today) {
        return sql.sql(ScopedUnits.MINE + """
                select j.id, min(t.day) as day from improvement.talk t join improvement.journey j on j.id = t.journey
                where j.unit in (select path from mine)
                    and j.stage not in ('stopped', 'declined') and t.state = 'planned' and t.day >= :today
                group by j.id order by 2, 1
                """)
                .param("scope", scope.parameter())
                .param("today", today)
                .query((row, _) -> new Ahead(
                        new JourneyId(row.getObject("id", UUID.class)),
                        Kind.TALK,
                        row.getObject("day", LocalDate.class),
                        Sentence.of("talks.news.ahead"),
                        "/enheten/veiledning?" + JourneyVisit.WHICH + "=" + row.getObject("id", UUID.class)))
                .list();
    }

    @Override
    public List<Done> done(Journey journey) {
        return store.of(journey.id()).reversed().stream()
                .filter(Talk::held)
                .map(it -> new Done(it.day(), Sentence.of("talks.news.held")))
                .toList();
    }
}
