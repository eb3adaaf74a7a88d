create schema catalogue;

-- a recorded voice that its person has taken back, and when; never removed. What it said is in the content and goes out of it afterwards
create table catalogue.voice_withdrawal (
    voice text primary key,
    withdrawn timestamptz not null
);
