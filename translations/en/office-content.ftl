# Contact moments and the editor of what they say

## Contact moments: when, by which channel, what they say

office-moments-once = One-off
moment-when = When
moment-when-inspection = In the week that is { $days } days before the inspection; whoever was missed then, until { $until } days before.
moment-when-maintenance = In the week that is { $days } days before the maintenance; whoever was missed then, until { $until } days before.
moment-when-after = { $span } after { $date }.
moment-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
 }
moment-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
 }
moment-when-within = Once, when you decide to: everyone with { $date } in the last { $months } months.
moment-when-within-without-account = Once, when you decide to: everyone without an account and with { $date } in the last { $months } months.
moment-date-first-workshop-on = the first workshop visit
moment-date-last-visit-on = the last visit
moment-date-last-invoice-on = the last invoice
moment-purpose = What for
moment-deadline = How long you can decide
moment-deadline-hint = From the week’s Monday. After that the proposal lapses and nothing goes out.
moment-spacing = Pause for the same customer
moment-spacing-hint = For so long the same customer is not proposed again for the same car.
moment-days-unit = days
moment-offer-after = Put to you after
moment-offer-only = For companies that began after
moment-channels = Channels
moment-channel-place = Choice { $place }
moment-channel-none = None
moment-channel-off = The channel { $channel } is off for your company and is passed over.
moment-channel-no-script = There is no call script yet. Write one with a language, or the telephone is passed over.
moment-channels-note = A customer who prefers another permitted channel gets that one. What is approved already does not change.
moment-channels-save = Save the channels
moment-fallback-letter = Otherwise a letter
moment-fallback-letter-hint = If none of the channels is permitted, a letter goes, if that is.
moment-error-channel-twice = This channel is there already. Choose another, or none.
moment-says = What it says
moment-says-hint = One text per language, for e-mail and letter, and what you say on the telephone.
moment-not-written = Not written yet. Customers get the text in your first language.
moment-missing = Missing
moment-lacks = No text for { $channel }
moment-advice = { $count ->
    [one] { $count } tip
   *[other] { $count } tips
 }
moment-edit = Edit
moment-read = Read
moment-versions = Versions
moment-versions-hint = Each time you save, a new version is made. What was approved or sent keeps its own.
moment-version = Version
moment-version-when = Made
moment-version-who = By
moment-version-use = Use
moment-version-current = In force
moment-numbers = The numbers stand with the settings
moment-actions = To the campaigns
office-version-title = Version { $number }
office-version-made = Made on { $when } by { $who }.
office-version-current = This version is in force.
office-version-again = Use this one again

## The editor

content-edit = Edit the text
content-language = Language
content-version-made = Version { $number }, { $when }, { $who }
content-copied = Nothing is written in this language yet. You begin with the text in { $language }; translate it and save.
content-overtaken-title = A colleague was just ahead of you
content-overtaken = A new version was saved meanwhile. Your text is still here. Look at the other version first; if you save now, yours takes its place.
content-blocks = Message
content-blocks-hint = For e-mail and letter. The sender, the reason and the way out are added by themselves. Write **bold** with asterisks, a link as [words](https://…).
content-block-heading = Heading
content-block-paragraph = Paragraph
content-block-list = List
content-block-personal-page = Button to their own page
content-block-button = Button
content-block-car = The car
content-block-action = Action block
content-block-image = Picture
content-block-divider = Line
content-block-signature = Signature
content-block-about-car = Plate, make and model, and the dates that are known.
content-block-about-divider = A line across.
content-shown-to-everyone = everyone
content-shown-to-with-car = customers with a known car
content-shown-to-without-car = customers without a known car
content-field-shown-to = For
content-field-subject = Subject
content-field-preheader = Preview line
content-field-heading = Heading
content-field-text = Text
content-field-items = Points
content-field-numbered = Numbered
content-field-label = What the button says
content-field-url = Where it leads
content-field-image-url = Address of the picture
content-field-alt = What it shows
content-field-name = Name
content-field-role = Function or department
content-field-script = What you say on the telephone
content-field-sms = SMS
content-hint-subject = Short and concrete, up to 60 characters. Also the letter’s subject line.
content-hint-preheader = Mail programs show this line after the subject.
content-hint-items = One point per line.
content-hint-personal-page = Leads each customer to their own page. In a letter it becomes a QR code.
content-hint-url = Begins with https://
content-hint-alt = For those who do not see the picture.
content-hint-script = Who calls, and the right not to be called again, are added by themselves.
content-hint-sms = Keep it short: each part costs money. No SMS are sent yet.
content-up = Move up: { $block }
content-down = Move down: { $block }
content-remove = Remove: { $block }
content-add = Add a block
content-letter = In the letter
content-letter-hint = What counts on paper only.
content-letter-qr = The button to their own page as a QR code
content-letter-car = Show the car
content-problems = To mend before you can save
content-advice = Tips
content-fine = Nothing to improve here.
content-save = Save as a new version
content-save-note = Counts for what you approve from now on.
content-look = Preview
content-as-pdf = Letter as PDF
content-variables = Insert the customer’s details
content-variables-hint = Not known of every customer? Write | fallback "…" after the name, with what to say instead. Without it the message to that customer is held back.
content-preview = What it looks like
content-preview-as = Show as
content-preview-width = Width
content-preview-phone = Phone
content-preview-desk = Computer
content-preview-for = For
content-preview-sample = sample customer
content-preview-sample-no-car = without a car
content-preview-customer = real customer
content-preview-number = Customer number
content-preview-no-customer = Enter the number of a customer who is there.
content-preview-not-yet = This cannot be shown yet:
content-view-email = E-mail
content-view-text = As text
content-view-letter = Letter
content-view-pdf = PDF
content-view-sms = SMS
content-view-script = Call
content-problem-missing = Not known of { $customer }: { $variables }. Add it to the customer, or write a text to use instead.
content-problem-no-text = There is no text for this yet.
content-problem-too-large = The e-mail is too long: mail programs would cut off its end. Remove some blocks.
content-problem-other = This message cannot be made. Check the customer’s address.
content-sms-length = { $characters } characters, { $parts } SMS
content-sms-length-wide = { $characters } characters, { $parts } SMS. Special characters leave less room in one SMS.
content-place-block = Block { $number }
content-lint-car-variable = This names something of a car. Customers without a known car do not get it like this: write a text to use instead, or show the block only to customers with a car.
content-sample-street = 1 Sample Street
content-sample-city = Sampletown 12345
flash-content-written = Saved as a new version.
flash-content-same = Nothing changed: the latest version says the same.
flash-content-restored = This text is in force again, as a new version.
flash-moment-on = The contact moment is on.
flash-moment-off = The contact moment is off.
flash-moment-changed = The channels are saved.
audit-content-written = Wrote a text
audit-content-restored = Used an older text again
audit-moment-changed = Changed a contact moment’s channels
office-actions-new = Create a campaign

## Campaigns

office-nav-actions = Campaigns
office-actions-title = Campaigns
office-actions-lead = One-off messages that you run or not. First you see for whom, and why.
office-actions-none-title = No campaigns yet
office-actions-none-text = Make one yourself, or wait until Carport proposes one.
office-actions-name = Campaign
office-actions-name-hint = This is how your colleagues know it; customers do not see the name.
office-actions-on = Put to you
office-actions-decided = Decided
office-actions-new-lead = You choose whom it is for. Nothing goes out before you approve the proposals in the week.
office-actions-new-note = After this you see who they are, and write the text.
office-actions-purpose-hint = Each customer’s permission for this topic decides whether they get it.
office-actions-date = For customers with
action-date-last-visit-on = a visit
action-date-last-invoice-on = a paid invoice
office-actions-months = In the last
office-actions-months-unit = months
office-actions-months-hint = Whole calendar months, up to today.
office-actions-without-account = Only customers without an account
office-actions-locations = Only these locations
office-actions-among-hint = Nothing ticked: all locations.
office-actions-makes = Only with a car of this make
office-actions-makes-hint = Nothing ticked: all makes.
office-actions-words = Begin with the text of
office-actions-words-hint = You change the text afterwards.
office-actions-text = Text and channels
office-actions-for = For whom
office-actions-count = Count again
office-actions-found = Fit the choice
office-actions-proposed = Will be proposed
office-actions-left-out = Not
office-actions-more = There are so many that only the first 20,000 were counted.
office-actions-why-not = Why not
office-actions-first = The first of them
office-actions-last = Last
office-actions-nobody-title = Nobody fits
office-actions-nobody-text = Take more months, or see above why the others are not proposed.
office-actions-put-together = The proposals are being made. They will stand in this week shortly.
office-actions-not-run = This campaign is not run.
office-actions-stand = { $count ->
    [one] { $count } proposal
   *[other] { $count } proposals
 }
action-status-proposed = Waits for you
action-status-activated = Running
action-status-declined = Not run
flash-action-made = The campaign is made. See whom it is for, and write the text.
flash-action-changed = Counted again.
audit-action-made = Made a campaign
audit-action-changed = Changed whom a campaign is for
