/**
 * The unit's journey of eighteen months: agreement, GAP, at most three actions, coaching, fidelity, and GAP again; and the region's
 * pipeline of such journeys. Source of stages, rules and wordings: {@code journey.md} in the programme's design.
 *
 * <p>It does not ask people anything itself (a GAP round is a round of {@code survey} with a purpose), does not know what anybody has
 * answered, and holds nothing about patients.
 *
 * <p>Invariants: only a person moves a journey from one stage to another, and every move is kept; nothing is deleted, a journey that
 * stopped stays in every denominator; a unit is seen by its own staff and by the regional contacts it lies within, and by nobody else.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "organisation",
            "access",
            "evidence",
            "catalogue",
            "learning",
            "questionnaire",
            "questionnaire :: items",
            "survey",
            "survey :: results",
            "statistics"
        })
@NullMarked
package no.samtidig.improvement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
