package no.samtidig.editorial;

import no.samtidig.access.AuditLog;
import no.samtidig.access.Visitor;
import no.samtidig.catalogue.Voices;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Taking a recorded voice back for the person who spoke: at once, everywhere and for good. */
@Service
public class Withdrawing {
    private final Voices voices;
    private final AuditLog audit;

    Withdrawing(Voices voices, AuditLog audit) {
        this.voices = voices;
        this.audit = audit;
    }

    /** Whether there is such a voice. */
    @Transactional
    public boolean withdraw(Visitor.Person editor, String voice) {
        boolean known = voices.withdraw(voice);
        if (known) {
            audit.write(editor.account(), EditorialAction.WITHDREW, voice);
        }
        return known;
    }
}
