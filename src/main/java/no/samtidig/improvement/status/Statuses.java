package no.samtidig.improvement.status;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.samtidig.access.AuditLog;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.JourneyPart;
import no.samtidig.improvement.JourneyPart.Report;
import no.samtidig.improvement.JourneyPart.Topic;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Journeys;
import no.samtidig.organisation.Place;
import no.samtidig.platform.Language;
import no.samtidig.platform.Texts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A unit's status: put together from what the rooms tell, and released by its leader. */
@Service
public class Statuses {
    /** Letters in the leader's own words at most. */
    public static final int LONGEST_WORDS = 500;

    private final StatusStore store;
    private final Journeys journeys;
    private final ObjectProvider<JourneyPart> parts;
    private final Texts texts;
    private final AuditLog audit;
    private final Clock clock;

    Statuses(
            StatusStore store,
            Journeys journeys,
            ObjectProvider<JourneyPart> parts,
            Texts texts,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.journeys = journeys;
        this.parts = parts;
        this.texts = texts;
        this.audit = audit;
        this.clock = clock;
    }

    /** What others than the leader see; empty before anything was released. */
    public Optional<Released> released(Journey journey) {
        return store.latest(journey.id());
    }

    /**
     * As it would be released today.
     *
     * @param words the leader's own, the same in both languages; empty for none
     */
    public StatusText today(Journey journey, String words) {
        Map<Language, List<StatusText.Section>> all = new LinkedHashMap<>();
        for (Language language : List.of(Language.NB, Language.NN)) {
            all.put(language, sections(journey, words.strip(), language));
        }
        return new StatusText(all);
    }

    private List<StatusText.Section> sections(Journey journey, String words, Language language) {
        List<StatusText.Section> sections = new ArrayList<>();
        sections.add(section(language, "where", where(journey, language)));
        if (!words.isEmpty()) {
            sections.add(section(language, "words", List.of(words)));
        }
        List<Report> reports = parts.orderedStream()
                .flatMap(it -> it.report(journey, language).stream())
                .toList();
        for (Topic topic : Topic.values()) {
            List<String> lines = reports.stream()
                    .filter(it -> it.topic() == topic)
                    .flatMap(it -> it.lines().stream())
                    .toList();
            String key = "status-page." + topic.code() + (journey.stage().alive() ? ".none" : ".none.ended");
            sections.add(section(language, topic.code(), lines.isEmpty() ? List.of(texts.text(language, key)) : lines));
        }
        sections.add(section(
                language,
                "method",
                List.of(
                        texts.text(language, "said.gaming"),
                        texts.text(language, "status-page.method.people"),
                        texts.text(language, "status-page.method.patients"))));
        return sections;
    }

    private List<String> where(Journey journey, Language language) {
        LocalDate today = LocalDate.now(clock);
        List<String> lines = new ArrayList<>();
        lines.add(texts.text(
                language,
                "journey.stage",
                texts.text(language, "stage." + journey.stage().code()),
                language.date(journey.since())));
        if (!journey.stage().alive()) {
            lines.addAll(ended(journey, language));
            return lines;
        }
        journey.month(today).ifPresent(it -> lines.add(month(it, language)));
        journey.holding(today)
                .ifPresent(it -> lines.add(texts.text(
                        language,
                        "journey.held",
                        language.date(it.until()),
                        texts.text(language, "hold-reason." + it.reason().code()))));
        return lines;
    }

    private String month(int month, Language language) {
        return month == 0
                ? texts.text(language, "status-page.month.first")
                : month < Journey.MONTHS
                        ? texts.text(language, "status-page.month", month, Journey.MONTHS)
                        : texts.text(language, "journey.line.after", month);
    }

    /** When it ended after the first results meeting, and the reasons that were given. */
    private List<String> ended(Journey journey, Language language) {
        List<String> lines = new ArrayList<>();
        journey.month(journey.since())
                .filter(it -> it > 0)
                .ifPresent(it -> lines.add(texts.text(language, "status-page.ended.month", it)));
        String reasons = journeys.moves(journey).getLast().reasons().stream()
                .map(it -> lower(texts.text(language, "stop-reason." + it.code())))
                .collect(Collectors.joining("; "));
        if (!reasons.isEmpty()) {
            lines.add(texts.text(language, "status-page.ended.reason", reasons));
        }
        return lines;
    }

    private static String lower(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    private StatusText.Section section(Language language, String name, List<String> lines) {
        return new StatusText.Section(texts.text(language, "status-page." + name), lines);
    }

    /** Keeps it as it is today, for all who may see the unit's page. */
    @Transactional
    public void release(JourneyVisit leader, String words) {
        store.add(
                leader.journey().id(),
                today(leader.journey(), words),
                leader.person().account(),
                LocalDate.now(clock),
                OffsetDateTime.now(clock));
        audit.write(
                leader.person().account(),
                StatusAction.RELEASED,
                leader.journey().id().value().toString(),
                new Place.Unit(leader.journey().unit()),
                List.of());
    }
}
