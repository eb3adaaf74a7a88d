package no.samtidig.access;

/**
 * A page that the main menu shows only to those whose role has the permission. The module that owns the page declares it as a bean;
 * the handler still asks for the permission.
 *
 * @param permission what the page asks for
 * @param name which page it is, as the page tells the frame
 * @param path its address
 * @param text key of what the menu calls it
 */
public record Destination(Permission permission, String name, String path, String text) {}
