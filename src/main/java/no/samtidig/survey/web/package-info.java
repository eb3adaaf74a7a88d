/** The pages of surveys. */
@org.springframework.modulith.NamedInterface("web")
@NullMarked
package no.samtidig.survey.web;

import org.jspecify.annotations.NullMarked;
