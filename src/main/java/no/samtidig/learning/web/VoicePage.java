package no.samtidig.learning.web;

import no.samtidig.catalogue.Voice;
import no.samtidig.platform.Page;

/**
 * A recorded voice by itself.
 *
 * @param voice it may be heard
 */
public record VoicePage(Voice voice) implements Page {}
