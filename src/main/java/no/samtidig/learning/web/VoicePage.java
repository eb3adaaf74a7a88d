package no.samtidig.learning.web;

import no.samtidig.catalogue.Voice;
import no.samtidig.platform.Page;
import no.samtidig.platform.StyleSheets;

/**
 * A recorded voice by itself.
 *
 * @param voice it may be heard
 */
@StyleSheets({StyleSheets.PARTS, "lesson.css"})
public record VoicePage(Voice voice) implements Page {}
