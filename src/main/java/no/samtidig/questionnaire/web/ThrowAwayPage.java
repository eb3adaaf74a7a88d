package no.samtidig.questionnaire.web;

import java.util.Optional;
import no.samtidig.platform.Page;
import no.samtidig.questionnaire.Draft;
import no.samtidig.questionnaire.Edition;

/**
 * Asking before a draft is thrown away.
 *
 * @param edition what is published and stays, if anything
 */
public record ThrowAwayPage(Draft draft, Optional<Edition> edition) implements Page {}
