# Mensen: aanhef, soorten en landen.

salutation-male = Geachte heer { $name }
salutation-female = Geachte mevrouw { $name }
salutation-male-by-name = Beste { $name }
salutation-female-by-name = Beste { $name }
salutation-neutral = Geachte { $name }
salutation-nobody = Geachte heer, mevrouw

gender-male = De heer
gender-female = Mevrouw
gender-unspecified = Zeg ik liever niet

customer-kind-person = Particulier
customer-kind-business = Zakelijk

stage-visitor = Bezoeker
stage-lead = Lead
stage-prospect = Prospect
stage-customer = Klant
stage-ambassador = Ambassadeur
stage-former = Oud-klant

contact-point-email = E-mailadres
contact-point-mobile = Mobiel nummer
contact-point-phone = Telefoonnummer
contact-point-address = Postadres

origin-dms = Uit het bedrijfssysteem
origin-customer = Door de klant zelf
origin-staff = Door een medewerker
origin-request = Uit een aanvraag
origin-import = Uit een bestand

profile-field-first-name = Voornaam
profile-field-salutation = Aanhef
profile-field-email = Bevestigd e-mailadres
profile-field-phone = Telefoonnummer
profile-field-address = Adres
profile-field-car = Auto
profile-field-mileage = Kilometerstand
profile-field-preferences = Voorkeuren
profile-field-birth-date = Geboortedatum

country-at = Oostenrijk
country-be = België
country-bg = Bulgarije
country-by = Belarus
country-ch = Zwitserland
country-cy = Cyprus
country-cz = Tsjechië
country-de = Duitsland
country-dk = Denemarken
country-ee = Estland
country-es = Spanje
country-fi = Finland
country-fr = Frankrijk
country-gb = Verenigd Koninkrijk
country-ge = Georgië
country-gr = Griekenland
country-hr = Kroatië
country-hu = Hongarije
country-ie = Ierland
country-is = IJsland
country-it = Italië
country-kz = Kazachstan
country-li = Liechtenstein
country-lt = Litouwen
country-lu = Luxemburg
country-lv = Letland
country-ma = Marokko
country-mc = Monaco
country-mt = Malta
country-nl = Nederland
country-no = Noorwegen
country-pl = Polen
country-pt = Portugal
country-ro = Roemenië
country-ru = Rusland
country-se = Zweden
country-si = Slovenië
country-sk = Slowakije
country-tr = Turkije
country-ua = Oekraïne
