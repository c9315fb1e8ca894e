# What is wrong with a field, and the way out.

error-required = Please fill in this field.
error-required-first-name = Fill in the first name.
error-required-last-name = Fill in the last name.
error-required-city = Fill in the town.
error-required-name = Fill in a name.
error-required-note = Write down why.
error-required-reason = Write down the reason.
error-too-long =
    { $max ->
        [one] Use at most { $max } character.
       *[other] Use at most { $max } characters.
    }
error-text-not-editable = This text cannot be changed.
error-text-no-variables = { $variable } cannot be filled in here. Remove the braces.
error-text-unknown-variable = { $variable } is not known here. You can use: { $known }.

error-country-unknown = We do not know the country «{ $value }». Choose one from the list, or give its two-letter code.

error-name-empty = Please fill in a surname or a company name.
error-name-characters = Please fill in a name only, without a web address and without the characters < > {"{"} {"}"}.

error-customer-number-empty = Please fill in your customer number. You find it in our message to you and on your invoices.
error-customer-number-form = A customer number consists of letters and digits, at most { $max } characters. Please check it.

error-email-empty = Please fill in an e-mail address.
error-email-one = Please fill in one e-mail address, without spaces or commas. You wrote «{ $value }».
error-email-at = The @ sign is missing in «{ $value }».
error-email-local = The part before the @ in «{ $value }» is not right. Use letters, digits, dots and dashes.
error-email-domain = The part after the @ in «{ $value }» is not right. It looks like «example.com».

error-phone-empty = Please fill in a telephone number.
error-phone-characters = A telephone number consists of digits, with a + before them if need be.
error-phone-form = This telephone number does not exist. Check that no digit is missing; begin a foreign number with its country code, such as +49.

error-street-empty = Please fill in the street.
error-house-number-empty = Please fill in the house number.
error-house-number-form = The house number lacks a digit.
error-city-empty = Please fill in the town or city.
error-postcode-empty = Please fill in the postcode.
error-postcode-form = This postcode is not right. Use letters, digits and dashes only.
error-postcode-nl = A Dutch postcode has four digits and two letters, such as 1234 AB.
error-postcode-de = A German postcode has five digits, such as 80331.
error-postcode-be = A Belgian postcode has four digits, such as 1000.
error-postcode-fr = A French postcode has five digits, such as 75001.
error-postcode-at = An Austrian postcode has four digits, such as 1010.
error-postcode-ru = A Russian postcode has six digits, such as 101000.

error-plate-empty = Please fill in the licence plate.
error-plate-characters = A licence plate consists of letters, digits and dashes.
error-plate-long = A licence plate has at most { $max } letters and digits. Please fill in one plate.

error-vin-empty = Please fill in the VIN. You find it in the registration document.
error-vin-characters = A VIN consists of digits and the letters A to Z.
error-vin-letters = A VIN never contains I, O or Q. Is it a 1 or a 0?
error-vin-long = A VIN has 17 characters. You filled in { $count }.
error-vin-short = A VIN has 17 characters, fewer on very old cars. You filled in { $count }.

error-engine-number-empty = Please fill in the engine number.
error-engine-number-form = An engine number consists of at most 25 letters and digits.

error-mileage-empty = Please fill in the mileage.
error-mileage-form = Please fill in the mileage in whole kilometres, such as 84,500.
error-mileage-high = This mileage is too high. Fill in at most { $max }.

error-slug-form = Use 2 to 40 small letters, digits and single hyphens, a letter first.
error-slug-reserved = We use «{ $slug }» ourselves. Choose another word.
error-colour-form = Give the colour as # and six signs, such as #35506b.
error-hours-form = Write opening hours as 08:00-12:30, 13:00-17:30, or «closed».
error-hours-order = The end must come after the beginning, on the same day.
error-hours-overlap = These hours overlap. Join them, or leave a break between them.
error-setting-unknown = There is no setting «{ $key }».
error-setting-bounds = Choose a number from { $min } to { $max }.
error-setting-date = There is no such date. Write year, month and day, such as 20160901.
error-setting-stay = Choose at least 24 hours, or 0 for ever.
error-base-url = Give a web address without a path, such as https://www.example.com.
error-control-characters = Use only ordinary letters, digits and punctuation here.
