-- one time that a unit's fidelity is rated
create table improvement.fidelity_rating (
    id uuid primary key,
    journey uuid not null references improvement.journey,
    month integer not null check (month in (0, 6, 12, 18)),
    modules text[] not null default '{}' check (cardinality(modules) <= 2),
    begun date not null,
    begun_by uuid references access.account on delete set null,
    revealed date,
    settled date,
    unit_yes boolean not null default false,
    coach_yes boolean not null default false,
    revision integer not null default 0,
    unique (journey, month),
    check (settled is null or (revealed is not null and unit_yes and coach_yes))
);
create index fidelity_rating_begun_by on improvement.fidelity_rating (begun_by) where begun_by is not null;

-- who rates, one of each
create table improvement.fidelity_rater (
    rating uuid not null references improvement.fidelity_rating,
    part text not null check (part in ('leder', 'miljo', 'behandler', 'veileder')),
    account uuid references access.account on delete set null,
    done date,
    primary key (rating, part)
);
create index fidelity_rater_account on improvement.fidelity_rater (account) where account is not null;

-- how each of them rated; never changed once revealed
create table improvement.fidelity_mark (
    rating uuid not null,
    part text not null,
    anchor text not null,
    level smallint not null check (level between 1 and 5),
    evidence text[] not null,
    note text not null default '' check (length(note) <= 140),
    primary key (rating, part, anchor),
    foreign key (rating, part) references improvement.fidelity_rater
);

-- what stands after the talk
create table improvement.fidelity_agreed (
    rating uuid not null references improvement.fidelity_rating,
    anchor text not null,
    level smallint not null check (level between 1 and 5),
    together boolean not null,
    unit_reason text not null default '' check (length(unit_reason) <= 140),
    coach_reason text not null default '' check (length(coach_reason) <= 140),
    primary key (rating, anchor),
    check (together or (unit_reason <> '' and coach_reason <> ''))
);
