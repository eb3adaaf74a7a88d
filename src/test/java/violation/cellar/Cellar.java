package violation.cellar;

/** A module's door. */
public class Cellar {}
