package no.samtidig.learning.web;

import java.util.List;
import no.samtidig.learning.Note;
import no.samtidig.platform.Page;

/**
 * All the reader's private notes.
 *
 * @param notes newest first
 */
public record NotesPage(List<Note> notes) implements Page {
    public NotesPage {
        notes = List.copyOf(notes);
    }
}
