# Fahrzeuge: Arten und Hinweise.

body-type-hatchback = Schrägheck
body-type-sedan = Limousine
body-type-estate = Kombi
body-type-suv = SUV
body-type-van = Van oder Transporter
body-type-coupe = Coupé
body-type-convertible = Cabrio
body-type-pickup = Pick-up
body-type-city = Kleinstwagen
body-type-motorcycle = Motorrad
body-type-unknown = Unbekannt

fuel-petrol = Benzin
fuel-diesel = Diesel
fuel-hybrid = Hybrid
fuel-plug-in-hybrid = Plug-in-Hybrid
fuel-electric = Elektro
fuel-lpg = Autogas
fuel-cng = Erdgas
fuel-hydrogen = Wasserstoff
fuel-unknown = Unbekannt

holding-role-owner = Halter
holding-role-driver = Fahrer
holding-role-payer = Zahler

visit-kind-workshop = Werkstatt
visit-kind-showroom = Verkauf
visit-kind-bodyshop = Karosserie und Lack
visit-kind-tyres = Reifen
visit-kind-parts = Teile und Zubehör
visit-kind-inspection = Hauptuntersuchung
visit-kind-other = Sonstiges

warning-vin-short = Diese Fahrgestellnummer hat weniger als 17 Zeichen. Das gibt es nur bei Autos aus der Zeit vor 1981.
warning-vin-check = Die Prüfziffer dieser Fahrgestellnummer stimmt nicht. Bitte sehen Sie noch einmal nach.
