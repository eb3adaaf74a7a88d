package no.samtidig.access.door;

/** Whose turn it is when many want something hashed at once. */
public enum Turn {
    /** Somebody who is in, holds a one-time link, or tries from a device on which this account has been let in before. */
    FIRST(150),
    /** Somebody at a device we do not know. */
    SECOND(100),
    /** The same, at an address from which many wrong passwords have come lately. */
    LAST(50);

    private final int places;

    Turn(int places) {
        this.places = places;
    }

    /** How many may stand in the queue, for each thread that hashes, before whoever has this turn is told to come back: some seconds' work. */
    int places() {
        return places;
    }

    /** How many of them may come from one place: half, so that a crowd in one does not fill the queue for others. */
    int placesInALane() {
        return places / 2;
    }
}
