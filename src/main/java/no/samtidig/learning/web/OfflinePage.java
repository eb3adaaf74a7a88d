package no.samtidig.learning.web;

import no.samtidig.platform.Page;

/** What is kept on this device, and what stands here when there is no network. The browser fills in what only it knows. */
public record OfflinePage() implements Page {}
