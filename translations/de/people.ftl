# Menschen: Anrede, Arten und Länder.

salutation-male = Sehr geehrter Herr { $name }
salutation-female = Sehr geehrte Frau { $name }
salutation-male-by-name = Lieber { $name }
salutation-female-by-name = Liebe { $name }
salutation-neutral = Guten Tag { $name }
salutation-nobody = Sehr geehrte Damen und Herren

gender-male = Herr
gender-female = Frau
gender-unspecified = Keine Angabe

customer-kind-person = Privat
customer-kind-business = Gewerblich

stage-visitor = Besucher
stage-lead = Lead
stage-prospect = Interessent
stage-customer = Kunde
stage-ambassador = Botschafter
stage-former = Ehemaliger Kunde

contact-point-email = E-Mail-Adresse
contact-point-mobile = Mobilnummer
contact-point-phone = Telefonnummer
contact-point-address = Postanschrift

origin-dms = Aus dem Händlersystem
origin-customer = Vom Kunden selbst
origin-staff = Von einem Mitarbeiter
origin-request = Aus einer Anfrage
origin-import = Aus einer Datei

profile-field-first-name = Vorname
profile-field-salutation = Anrede
profile-field-email = Bestätigte E-Mail-Adresse
profile-field-phone = Telefonnummer
profile-field-address = Anschrift
profile-field-car = Auto
profile-field-mileage = Kilometerstand
profile-field-preferences = Wünsche
profile-field-birth-date = Geburtsdatum

country-at = Österreich
country-be = Belgien
country-bg = Bulgarien
country-by = Belarus
country-ch = Schweiz
country-cy = Zypern
country-cz = Tschechien
country-de = Deutschland
country-dk = Dänemark
country-ee = Estland
country-es = Spanien
country-fi = Finnland
country-fr = Frankreich
country-gb = Vereinigtes Königreich
country-ge = Georgien
country-gr = Griechenland
country-hr = Kroatien
country-hu = Ungarn
country-ie = Irland
country-is = Island
country-it = Italien
country-kz = Kasachstan
country-li = Liechtenstein
country-lt = Litauen
country-lu = Luxemburg
country-lv = Lettland
country-ma = Marokko
country-mc = Monaco
country-mt = Malta
country-nl = Niederlande
country-no = Norwegen
country-pl = Polen
country-pt = Portugal
country-ro = Rumänien
country-ru = Russland
country-se = Schweden
country-si = Slowenien
country-sk = Slowakei
country-tr = Türkei
country-ua = Ukraine
