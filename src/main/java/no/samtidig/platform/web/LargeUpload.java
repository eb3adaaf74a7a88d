package no.samtidig.platform.web;

import org.springframework.util.unit.DataSize;

/**
 * A route that takes a larger file than others. The module that owns it declares it as a bean.
 *
 * @param path as in a mapping, with {@code {names}}
 * @param most the whole request at most
 */
public record LargeUpload(String path, DataSize most) {}
