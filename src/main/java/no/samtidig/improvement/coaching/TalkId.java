package no.samtidig.improvement.coaching;

import java.util.UUID;

/** Which talk. */
public record TalkId(UUID value) {}
