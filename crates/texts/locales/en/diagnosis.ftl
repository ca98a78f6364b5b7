# Diagnosis: what stands at the pages and what is told.
diagnosis-nobody = There is no municipality to make a diagnosis of
diagnosis-nobody-hint = Name at least one municipality by its code, or a county, which stands for its municipalities; at most 600.
diagnosis-too-many = { $count } municipalities are more than a diagnosis holds ({ $most })
diagnosis-unknown-unit = No register has a unit { $code } (unknown codes: { $count })
diagnosis-unknown-unit-hint = Write codes as the registers do: 3217011 or 321701 for a municipality, 3217 for a county, 500496 in Czechia; or import the register that holds them.
diagnosis-no-peers = Nobody is left to compare with
diagnosis-no-peers-hint = Choose another rule for the peers, or import the register and figures of more municipalities.
