package no.samtidig.improvement.action;

import java.util.List;
import no.samtidig.improvement.instrument.Instrument;
import no.samtidig.improvement.instrument.Statement;
import no.samtidig.platform.Language;
import org.springframework.stereotype.Component;

/** The actions that stand ready at the instrument's statements. */
@Component
class InstrumentActions implements ReadyActions {
    private final Instrument instrument;

    InstrumentActions(Instrument instrument) {
        this.instrument = instrument;
    }

    @Override
    public List<Ready> in(String area, Language language) {
        return instrument.area(area).map(instrument::statements).orElse(List.of()).stream()
                .flatMap(it -> it.actions().stream().map(action -> ready(it, action, language)))
                .toList();
    }

    private static Ready ready(Statement statement, Statement.ReadyAction action, Language language) {
        return new Ready(
                statement.id(),
                statement.text().in(language).value(),
                action.text().in(language).value(),
                action.sign().in(language).value());
    }
}
