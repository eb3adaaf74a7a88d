package no.samtidig.improvement.meeting;

/** How many phones follow a meeting, and how many of them have voted. */
public record Standing(int joined, int voted) {}
