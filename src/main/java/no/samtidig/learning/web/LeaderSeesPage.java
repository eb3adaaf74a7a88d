package no.samtidig.learning.web;

import no.samtidig.platform.Page;

/** What a leader sees of a learner's work, and what nobody sees. */
public record LeaderSeesPage() implements Page {}
