-- what a settled GAP round showed of the unit as a whole, for change since the own start in many units; none of fewer than five.
-- n is nought, and the figures are missing, where fewer than five answered both how often and how important
create table improvement.unit_measure (
    journey uuid not null references improvement.journey,
    occasion integer not null check (occasion in (0, 6, 12, 18, 24, 30)),
    -- half-years since the year nought in which the round closed
    half_year integer not null,
    n integer not null check (n = 0 or n >= 5),
    gap double precision,
    practice double precision,
    importance double precision,
    primary key (journey, occasion),
    check ((n = 0) = (gap is null) and (n = 0) = (practice is null) and (n = 0) = (importance is null))
);
