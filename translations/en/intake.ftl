# Files of the dealer management system: why a file or a row was not taken, and why an import asks.

intake-kind-locations = locations
intake-kind-customers = customers
intake-kind-vehicles = vehicles
intake-kind-visits = visits
intake-kind-invoices = invoices
intake-kind-consents = consents

intake-result-rejected = Row not taken
intake-result-left-out = Row taken without this value

intake-error-file-file = File
intake-error-file-line = Line
intake-error-file-column = Column
intake-error-file-value = Value
intake-error-file-reason = Reason
intake-error-file-result = Result

intake-no-files = There is no file here that we can import. Choose CSV files, a folder with them, or a ZIP archive.
intake-busy = Another import is still running. Wait until it has finished, then start this one.
intake-later = The import could not go on just now. Nothing is lost: start it again in a moment.
intake-refused = You stopped this import. Nothing was changed.

intake-file-empty = The file is empty. Export it again.
intake-file-not-text = This is a file of the kind { $format }. Export the data as CSV.
intake-file-too-large = The file is larger than { $gigabytes } GB. Deliver it in parts.
intake-file-too-many-columns = The file has more than { $limit } columns. Export only those of the template.
intake-file-too-many-rows = The file has more than { $limit } rows. Deliver it in parts.
intake-file-unknown-kind = Neither the file's name nor its first line tells what it holds. Name it as in the template, such as customers.csv.
intake-file-missing-columns = The file with { $kind } lacks the columns { $columns }. Add them to the export, or say in the column settings under which name they come.
intake-file-unreadable = The file cannot be read. Deliver it again.
intake-file-twice = «{ $other }» holds the same kind of rows. Deliver one file of each kind.
intake-file-not-delivered = The manifest names this file, but it is not there. Deliver it too.
intake-file-checksum = The file is not the one the manifest names. Deliver the whole export again.
intake-file-archive = The archive cannot be unpacked. Pack it again as ZIP.
intake-file-changed = The file changed after the import began. Start the import again.

intake-doubt-empty = The file with { $kind } has no row that we can use.
intake-doubt-cut-off = The file with { $kind } ends in the middle of a row. It probably did not arrive whole.
intake-doubt-row-count = The file with { $kind } should have { $of } rows and has { $found }.
intake-doubt-missing = { $found } of { $of } { $kind } are not in this full export any more.
intake-doubt-rejected = { $found } of { $of } rows with { $kind } cannot be used.

intake-reason-too-few-fields = The row has too few fields. A line break or quotation mark may have split it.
intake-reason-too-many-fields = The row has too many fields. Put values that contain the separator in quotation marks.
intake-reason-unclosed-quote = A quotation mark is opened and not closed. Remove it, or write it twice.
intake-reason-unreadable-characters = Some characters cannot be read. Export the file as UTF-8.
intake-reason-control-character = The value contains invisible control characters. Remove them.
intake-reason-formula = The value begins like a spreadsheet formula. Write it without the sign at the beginning.
intake-reason-required = This value must be filled in.
intake-reason-name-characters = A name cannot contain these characters.
intake-reason-too-long = The value is too long. Shorten it.
intake-reason-key = This is not a number or code we can use. Use letters, digits, spaces and - . / _.
intake-reason-email = This is not an e-mail address. Write it like name@example.com.
intake-reason-phone = This is not a telephone number. Write it with area code, or with + and the country code.
intake-reason-plate = This is not a licence plate.
intake-reason-vin = This is not a vehicle identification number. It has 17 letters and digits, without I, O and Q.
intake-reason-engine-number = This is not an engine number.
intake-reason-address-incomplete = The address is incomplete. Give street, house number, postcode and place.
intake-reason-postcode = This is not a postcode of the country.
intake-reason-country = We do not know this country. Use a code such as NL or DE.
intake-reason-language = We do not know this language. Use nl, de, ru or en.
intake-reason-date = This is not a date. Write it like 31-12-2026 or 2026-12-31, with four digits for the year.
intake-reason-date-in-future = This date lies in the future, which cannot be here.
intake-reason-date-too-old = This date is too long ago to be right.
intake-reason-amount = This is not an amount. Write it like 1234,50.
intake-reason-amount-unclear = Thousands or decimals? Write 1234,00 or 1,234 with two decimals.
intake-reason-count = This is not a whole number we can use.
intake-reason-flag = Answer with yes or no.
intake-reason-choice = We do not know this word. The template lists the words you can use.
intake-reason-opening-hours = We cannot read these opening hours. Write them like Mon-Fri 8:00-17:30; Sat 9:00-13:00.
intake-reason-time-zone = We do not know this time zone. Write it like Europe/Amsterdam.
intake-reason-name-missing = A customer needs a surname or a company name.
intake-reason-vehicle-unnamed = A car needs a number, a licence plate or a vehicle identification number.
intake-reason-consent-without-proof = A yes needs its date, its origin and the wording. Without them it does not count as consent.
intake-reason-duplicate-key = This number appears again further down. The later row counts.
intake-reason-unknown-customer = There is no customer with this number.
intake-reason-unknown-vehicle = We do not know this car. The row was taken without it.
intake-reason-unknown-location = There is no location with this code.
intake-reason-unknown-legal-entity = There is no legal entity with this name.
intake-reason-unknown-visit = There is no visit with this number.
intake-reason-unknown-contact = The customer has no such address or number, so a yes cannot belong to it.
intake-reason-document-missing = This document was not delivered. Deliver it with the invoices.
intake-reason-document-unfit = This document is not a PDF, or it is too large.
intake-reason-refusal-stands = The customer has said no. That stays until the customer changes it.
intake-reason-erased = This customer's data were erased on request. A file does not bring them back.
