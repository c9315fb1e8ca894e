# Auto’s: soorten en waarschuwingen.

body-type-hatchback = Hatchback
body-type-sedan = Sedan
body-type-estate = Stationwagen
body-type-suv = SUV
body-type-van = Bus of MPV
body-type-coupe = Coupé
body-type-convertible = Cabriolet
body-type-pickup = Pick-up
body-type-city = Stadsauto
body-type-motorcycle = Motor
body-type-unknown = Onbekend

fuel-petrol = Benzine
fuel-diesel = Diesel
fuel-hybrid = Hybride
fuel-plug-in-hybrid = Plug-inhybride
fuel-electric = Elektrisch
fuel-lpg = LPG
fuel-cng = Aardgas
fuel-hydrogen = Waterstof
fuel-unknown = Onbekend

holding-role-owner = Eigenaar
holding-role-driver = Bestuurder
holding-role-payer = Betaler

visit-kind-workshop = Werkplaats
visit-kind-showroom = Showroom
visit-kind-bodyshop = Schadeherstel
visit-kind-tyres = Banden
visit-kind-parts = Onderdelen
visit-kind-inspection = APK
visit-kind-other = Overig

warning-vin-short = Dit chassisnummer is korter dan 17 tekens. Dat komt alleen bij auto’s van voor 1981 voor.
warning-vin-check = Het controlecijfer van dit chassisnummer klopt niet. Kijk het nog eens na.
