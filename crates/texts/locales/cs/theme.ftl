# Témata spolupráce: řízený seznam.
theme-all = Témata
theme-caption = Témata a co se jich týká
theme-lead = Společný seznam témat všech partnerství. Co se týká podtématu, týká se i tématu, do něhož patří.
theme-none = Seznam témat je zatím prázdný.
theme-inside = Podtémata
theme-nothing = Nic, co by se tohoto tématu týkalo, zatím není zapsáno.
