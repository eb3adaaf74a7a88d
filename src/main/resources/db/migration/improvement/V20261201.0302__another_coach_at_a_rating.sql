-- that another coach sat beside the unit's own at a rating; who it was is not kept
create table improvement.fidelity_company (
    rating uuid primary key references improvement.fidelity_rating,
    who text not null check (who in ('annen-region', 'ny-veileder'))
);
