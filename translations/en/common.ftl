# Words that occur on every page and in every message.

language-nl = Dutch
language-de = German
language-ru = Russian
language-en = English

greeting = Hello { $name }

yes = Yes
no = No
unknown = Unknown
not-filled-in = Not filled in
optional = optional

button-save = Save
button-cancel = Cancel
button-continue = Continue
button-close = Close
button-undo = Undo
button-search = Search
button-download = Download
button-copy = Copy

