package no.samtidig.development;

/**
 * A part of the demo world. Each is a bean, and they are made in the order of {@code @Order}: what people have learned 10, the first survey
 * 20, journeys 30, fidelity 40, calibration 45, agreements 50, GAP 60, goals and actions 70, results meetings 80, talks 90. Days are counted from today.
 */
interface DemoPart {
    /** Makes it, once: in a database where the demo's people have just been made. */
    void make();
}
