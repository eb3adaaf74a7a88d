package no.samtidig.improvement.web.result;

import java.util.List;
import no.samtidig.evidence.EvidenceRegister;
import no.samtidig.improvement.instrument.Instrument;
import no.samtidig.improvement.instrument.Statement;
import no.samtidig.improvement.result.GapResult;
import no.samtidig.improvement.result.SettledGap;
import no.samtidig.improvement.result.Topic;
import no.samtidig.platform.Language;
import no.samtidig.platform.Texts;
import org.springframework.stereotype.Component;

/** Puts results into words: for the page, its file, and the screen of a results meeting. */
@Component
public class ResultSheets {
    private final Instrument instrument;
    private final EvidenceRegister evidence;
    private final Texts texts;

    ResultSheets(Instrument instrument, EvidenceRegister evidence, Texts texts) {
        this.instrument = instrument;
        this.evidence = evidence;
        this.texts = texts;
    }

    /** The areas with their statements, in the order of the instrument. */
    public List<Topic.Area> areas() {
        return instrument.areas().stream()
                .map(it -> new Topic.Area(
                        it.id(),
                        instrument.statements(it).stream().map(Statement::id).toList()))
                .toList();
    }

    public ResultSheet of(SettledGap round, Language language) {
        return ResultSheet.of(round, GapResult.of(round.answers(), areas()), words(language));
    }

    public ResultWords words(Language language) {
        return new ResultWords(texts, language, instrument, evidence);
    }
}
