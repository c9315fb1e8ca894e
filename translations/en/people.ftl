# People: salutations, kinds and countries.

salutation-male = Dear Mr { $name }
salutation-female = Dear Ms { $name }
salutation-male-by-name = Dear { $name }
salutation-female-by-name = Dear { $name }
salutation-neutral = Dear { $name }
salutation-nobody = Dear Sir or Madam

gender-male = Mr
gender-female = Ms
gender-unspecified = Prefer not to say

customer-kind-person = Private
customer-kind-business = Business

stage-visitor = Visitor
stage-lead = Lead
stage-prospect = Prospect
stage-customer = Customer
stage-ambassador = Ambassador
stage-former = Former customer

contact-point-email = E-mail address
contact-point-mobile = Mobile number
contact-point-phone = Telephone number
contact-point-address = Postal address

origin-dms = From the dealer system
origin-customer = By the customer
origin-staff = By a member of staff
origin-request = From a request
origin-import = From a file

profile-field-first-name = First name
profile-field-salutation = Form of address
profile-field-email = Confirmed e-mail address
profile-field-phone = Telephone number
profile-field-address = Address
profile-field-car = Car
profile-field-mileage = Mileage
profile-field-preferences = Preferences
profile-field-birth-date = Date of birth

country-at = Austria
country-be = Belgium
country-bg = Bulgaria
country-by = Belarus
country-ch = Switzerland
country-cy = Cyprus
country-cz = Czechia
country-de = Germany
country-dk = Denmark
country-ee = Estonia
country-es = Spain
country-fi = Finland
country-fr = France
country-gb = United Kingdom
country-ge = Georgia
country-gr = Greece
country-hr = Croatia
country-hu = Hungary
country-ie = Ireland
country-is = Iceland
country-it = Italy
country-kz = Kazakhstan
country-li = Liechtenstein
country-lt = Lithuania
country-lu = Luxembourg
country-lv = Latvia
country-ma = Morocco
country-mc = Monaco
country-mt = Malta
country-nl = the Netherlands
country-no = Norway
country-pl = Poland
country-pt = Portugal
country-ro = Romania
country-ru = Russia
country-se = Sweden
country-si = Slovenia
country-sk = Slovakia
country-tr = Türkiye
country-ua = Ukraine
