# De vaste onderdelen rond elke pagina: menu, zoeken, taal en meldingen.

layout-skip = Naar de inhoud
layout-menu = Menu
layout-account = Mijn account
layout-sign-out = Uitloggen
layout-language = Taal
layout-theme = Licht of donker
layout-theme-auto = Zoals mijn apparaat
layout-theme-light = Licht
layout-theme-dark = Donker
layout-legal = Over deze website
layout-search-hint = Zoek op naam, kenteken, VIN of klantnummer
layout-commands = Snel naar een pagina
layout-switch-company = Ander bedrijf kiezen
layout-breadcrumb = U bent hier
layout-show = Tonen
layout-hide = Verbergen
layout-copied = Gekopieerd
layout-errors = Controleer deze gegevens
layout-previous = Vorige
layout-next = Volgende
layout-unreachable = We kunnen de server niet bereiken. Controleer uw verbinding en probeer het opnieuw.
layout-selected = Geselecteerd:
layout-select-all = Alle rijen selecteren
layout-clear-selection = Selectie wissen
layout-privacy = Privacy
