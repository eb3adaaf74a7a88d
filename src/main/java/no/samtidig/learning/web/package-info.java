/** The learner's pages: landing, modules, lessons, steps, own page. */
@org.springframework.modulith.NamedInterface("web")
@NullMarked
package no.samtidig.learning.web;

import org.jspecify.annotations.NullMarked;
