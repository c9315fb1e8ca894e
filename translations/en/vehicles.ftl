# Cars: kinds and warnings.

body-type-hatchback = Hatchback
body-type-sedan = Saloon
body-type-estate = Estate
body-type-suv = SUV
body-type-van = Van or people carrier
body-type-coupe = Coupé
body-type-convertible = Convertible
body-type-pickup = Pick-up
body-type-city = City car
body-type-motorcycle = Motorcycle
body-type-unknown = Unknown

fuel-petrol = Petrol
fuel-diesel = Diesel
fuel-hybrid = Hybrid
fuel-plug-in-hybrid = Plug-in hybrid
fuel-electric = Electric
fuel-lpg = LPG
fuel-cng = Natural gas
fuel-hydrogen = Hydrogen
fuel-unknown = Unknown

holding-role-owner = Owner
holding-role-driver = Driver
holding-role-payer = Payer

visit-kind-workshop = Workshop
visit-kind-showroom = Showroom
visit-kind-bodyshop = Body and paint
visit-kind-tyres = Tyres
visit-kind-parts = Parts
visit-kind-inspection = Inspection
visit-kind-other = Other

warning-vin-short = This chassis number has fewer than 17 characters. Only cars from before 1981 have such numbers.
warning-vin-check = The check digit of this VIN is not right. Please look again.
