package no.samtidig.improvement;

/** How a scope is asked for in SQL, the same in every room. */
public final class ScopedUnits {
    /**
     * The units of {@code :scope}, as {@code mine}. A region's scope is an array of a thousand paths: they are joined by equality. Only a
     * path that can have something below it, such as an owner's or the country's, is looked up in the index of paths.
     */
    public static final String MINE = """
            with given as materialized (
                select s.path from unnest(:scope::ltree[]) s (path)
            ), deepest as materialized (
                select max(nlevel(path)) as level from organisation.unit
            ), mine as materialized (
                select q.path from given s join organisation.unit q on q.path = s.path
                union
                select q.path from given s join organisation.unit q on q.path <@ s.path
                where nlevel(s.path) < (select level from deepest)
            )
            """;

    private ScopedUnits() {}
}
