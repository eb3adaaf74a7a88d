package no.samtidig.survey.web;

import java.util.Optional;
import no.samtidig.platform.Page;
import no.samtidig.survey.Draft;
import no.samtidig.survey.Edition;

/**
 * Asking before a draft is thrown away.
 *
 * @param edition what is published and stays, if anything
 */
public record ThrowAwayPage(Draft draft, Optional<Edition> edition) implements Page {}
