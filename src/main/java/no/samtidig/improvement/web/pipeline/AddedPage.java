package no.samtidig.improvement.web.pipeline;

import no.samtidig.improvement.pipeline.Adding;
import no.samtidig.platform.Page;

/** What became of units that were put in together. */
public record AddedPage(Adding.Outcome outcome) implements Page {}
