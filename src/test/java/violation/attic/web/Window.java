package violation.attic.web;

/** A page's, which the base of its module must not know. */
public class Window {}
