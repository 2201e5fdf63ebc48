-- Each step is written when it begins and again when it has ended: the second finds room beside the first.
alter table run_step set (fillfactor = 70);
