package no.samtidig.improvement;

import java.time.LocalDate;
import java.util.List;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.platform.Sentence;

/** Numbers that a room of the journey has for its region ({@code journey.md} section 8). Each room that has some is a bean. */
public interface PipelineFigures {
    /** The room's numbers over the journeys of the scope; few statements, however many there are. */
    List<Figure> figures(OrganisationScope scope, LocalDate today);

    /** Numbers of the room by month of the journey, the first month first. */
    default List<Figure> byMonth(OrganisationScope scope, LocalDate today) {
        return List.of();
    }

    /**
     * A number with what it is out of. Units that stopped stay in it.
     *
     * @param what is counted
     * @param count so many
     * @param of so many in all, without those of which it is not known
     * @param unknown so many more of which it is not known
     */
    record Figure(Sentence what, int count, int of, int unknown) {
        public Figure {
            if (count < 0 || count > of || unknown < 0) {
                throw new IllegalArgumentException(count + " of " + of + ", unknown " + unknown);
            }
        }
    }
}
