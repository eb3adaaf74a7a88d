package no.samtidig.improvement.status;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.improvement.JourneyId;
import no.samtidig.platform.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of released statuses. */
@Repository
class StatusStore {
    private final JdbcClient sql;
    private final JsonMapper json;

    StatusStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** One language's part, as it is kept. */
    private record Kept(String language, List<StatusText.Section> sections) {}

    void add(JourneyId journey, StatusText text, AccountId by, LocalDate day, OffsetDateTime now) {
        List<Kept> kept = text.sections().entrySet().stream()
                .map(it -> new Kept(it.getKey().tag(), it.getValue()))
                .toList();
        sql.sql("""
                insert into improvement.status_report (id, journey, day, released_by, text, made)
                values (:id, :journey, :day, :by, :text::jsonb, :now)
                """)
                .param("id", UUID.randomUUID())
                .param("journey", journey.value())
                .param("day", day)
                .param("by", by.value())
                .param("text", json.writeValueAsString(kept))
                .param("now", now)
                .update();
    }

    Optional<Released> latest(JourneyId journey) {
        return sql.sql("""
                select day, text::text as text from improvement.status_report where journey = :journey order by made desc limit 1
                """)
                .param("journey", journey.value())
                .query((row, _) -> new Released(row.getObject("day", LocalDate.class), text(row.getString("text"))))
                .optional();
    }

    private StatusText text(String kept) {
        Map<Language, List<StatusText.Section>> all = new LinkedHashMap<>();
        Arrays.stream(json.readValue(kept, Kept[].class))
                .forEach(it -> all.put(Language.of(it.language()).orElseThrow(), it.sections()));
        return new StatusText(all);
    }
}
