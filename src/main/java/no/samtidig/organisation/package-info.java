/**
 * Who employs whom, and where: health trusts, municipalities, private non-profit institutions and prison health, with their units;
 * counties, municipalities and the three region layers (health region, KORUS, RVTS) that divide the counties in three different ways.
 *
 * <p>It does not know people or roles (that is {@code access}).
 *
 * <p>Invariants: a unit belongs to one owner and has one path, {@code no.<owner>.<unit>}; which owner a unit has is data, never
 * derived from its county; a path never changes, and what moves goes on at another (ADR 0032); every division has valid-from and
 * valid-to; every question "may see" is one operator,
 * {@code unit.path <@ scope}.
 */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package no.samtidig.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
