/** The learner's pages: landing, modules, lessons, steps, own page. */
@NullMarked
package no.samtidig.learning.web;

import org.jspecify.annotations.NullMarked;
