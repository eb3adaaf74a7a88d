package violation.cellar.inner;

/** An inner part of a module. */
public class Secret {}
