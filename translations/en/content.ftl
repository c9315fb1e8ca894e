# The editor of messages: variables, errors and advice.

## Variables

content-variable-my-page-url = Address of their own page
content-variable-customer-number = Customer number
content-variable-salutation = Salutation
content-variable-first-name = First name
content-variable-last-name = Last name
content-variable-full-name = Full name
content-variable-plate = Licence plate
content-variable-make-model = Make and model
content-variable-inspection-due = Inspection valid until
content-variable-maintenance-due = Maintenance around
content-variable-mileage = Mileage
content-variable-last-visit = Last visit
content-variable-company-name = Company name
content-variable-company-phone = Company phone
content-variable-location-name = Location name
content-variable-location-phone = Location phone
content-variable-advisor = Service adviser

## Errors

content-error-unknown-variable = There is no variable { $name }. Choose one from the list.
content-error-unclosed-variable = A variable starts with two braces and ends with two. The last two are missing.
content-error-fallback = After a variable's name only | fallback "…" may follow, not: { $typed }
content-error-unclosed-bold = Bold text starts with ** and ends with **. The end is missing.
content-error-address = A link cannot lead to { $typed }. Write an address that starts with https://.
content-error-only-words = Only words and variables are possible here, on one line: no bold text and no links.
content-error-no-language = Write the message in at least one language.
content-error-no-blocks = The message is empty. Add a block.
content-error-too-many-blocks = A message has at most { $max } blocks. Remove some.

## Advice

content-lint-preheader-empty = Write a preview line: mail programs show it after the subject.
content-lint-subject-reply = The subject pretends to be a reply. Remove «Re:» or «Fwd:».
content-lint-subject-capitals = The subject is in capitals. That reads as shouting and alarms spam filters.
content-lint-subject-long = The subject is longer than 60 characters; on a phone the end is cut off.
content-lint-exclamation = Leave out exclamation marks: calm words are believed sooner.
content-lint-capitals = Do not write words in capitals; make them bold if they matter.
content-lint-no-text = The message has no running text. Write at least one paragraph.
content-lint-long = The message has more than 350 words. One thing per message works better.
content-lint-many-buttons = There is more than one button. With one, the reader knows what to do.
content-lint-no-button = There is no button. Give the reader one clear next step.
content-lint-alt-missing = Say in words what the picture shows, for those who do not see it.
content-lint-not-https = Use an address that starts with https://; mail programs warn about http://.
content-lint-sms-long = The SMS is long and goes out in several parts; each costs money.
