package no.samtidig.learning.web;

import no.samtidig.platform.Page;

/** Whom to call, for the reader's own sake or somebody else's. */
public record ContactPointsPage() implements Page {}
