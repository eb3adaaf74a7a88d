package no.samtidig.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samtidig.platform.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Real people's recorded voices, and whether each may be heard today: while its consent lasts, and until somebody takes it back. A
 * withdrawal counts from the moment it is written, on every node, and is never undone: whoever wants to be heard again gives a new
 * consent to a new recording. The files are taken out of the content afterwards.
 */
@Service
public class Voices {
    private final Map<String, Voice> voices;
    private final JdbcClient sql;
    private final Clock clock;

    Voices(KnowledgeModules modules, JdbcClient sql, Clock clock) {
        this.voices = modules.all().stream()
                .flatMap(it -> it.lessons(Language.NB).stream())
                .flatMap(it -> it.steps().stream())
                .flatMap(it -> it.blocks().stream())
                .flatMap(it -> it instanceof Block.VoiceSlot slot ? slot.voice().stream() : Stream.empty())
                .collect(Collectors.toMap(Voice::slug, it -> it, (one, _) -> one));
        this.sql = sql;
        this.clock = clock;
    }

    /** Every voice that stands in a lesson, heard or not, by name. */
    public List<Voice> all() {
        return voices.values().stream()
                .sorted(Comparator.comparing(Voice::slug))
                .toList();
    }

    /** The voice with this name, if it may be heard today. */
    public Optional<Voice> heard(String slug) {
        return Optional.ofNullable(voices.get(slug)).filter(this::mayBeHeard);
    }

    public boolean mayBeHeard(Voice voice) {
        return !voice.consent().until().isBefore(LocalDate.now(clock))
                && withdrawn(List.of(voice.slug())).isEmpty();
    }

    /** The day each was taken back, by name; those that were not are left out. */
    public Map<String, LocalDate> withdrawn(Collection<String> slugs) {
        return sql
                .sql("select voice, withdrawn from catalogue.voice_withdrawal where voice = any(:slugs)")
                .param("slugs", slugs.toArray(String[]::new))
                .query((row, _) -> Map.entry(
                        row.getString("voice"),
                        row.getObject("withdrawn", OffsetDateTime.class)
                                .atZoneSameInstant(clock.getZone())
                                .toLocalDate()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Takes a voice back; it is not heard again. A second time changes nothing.
     *
     * @return whether there is such a voice
     */
    @Transactional
    public boolean withdraw(String slug) {
        if (!voices.containsKey(slug)) {
            return false;
        }
        sql.sql("insert into catalogue.voice_withdrawal (voice, withdrawn) values (:slug, :now) on conflict do nothing")
                .param("slug", slug)
                .param("now", OffsetDateTime.now(clock))
                .update();
        return true;
    }
}
