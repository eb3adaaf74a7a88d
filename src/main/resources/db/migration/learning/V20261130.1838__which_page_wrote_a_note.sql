-- which page wrote what stands in a note, by a number it chose at random, and its which wording it is: what that page writes next builds
-- on it, whichever answers were lost. Empty for what was written without JavaScript, and for notes from before
alter table learning.note add column writer uuid, add column wording integer,
    add constraint writer_and_wording check ((writer is null) = (wording is null));
