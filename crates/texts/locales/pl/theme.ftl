# Tematy współpracy: lista kontrolowana.
theme-all = Tematy
theme-caption = Tematy i to, co ich dotyczy
theme-lead = Wspólna lista tematów wszystkich partnerstw. Co dotyczy podtematu, dotyczy też tematu, w którym on leży.
theme-none = Lista tematów jest jeszcze pusta.
theme-inside = Podtematy
theme-nothing = Niczego, co dotyczyłoby tego tematu, jeszcze nie zapisano.
