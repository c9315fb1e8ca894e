# Imports uit het dealermanagementsysteem: de pagina's van de backoffice, en wat er over bestanden en regels wordt gezegd
office-nav-imports = Imports
office-imports-title = Imports
office-imports-lead = Wat er uit uw dealermanagementsysteem is binnengekomen.
office-imports-new = Bestanden importeren
office-imports-none-title = Nog geen imports
office-imports-none-text = Upload een export van uw dealermanagementsysteem. U ziet eerst wat er zou veranderen.
office-imports-when = Begonnen
office-imports-who = Door
office-imports-contents = Inhoud
office-imports-mode-full = Volledige export
office-imports-mode-daily = Dagelijkse export
office-imports-dry = Proef
office-imports-state = Status
office-imports-state-waiting = Wacht
office-imports-state-reading = Wordt gelezen
office-imports-state-held = Wacht op uw keuze
office-imports-state-merging = Wordt overgenomen
office-imports-state-done = Klaar
office-imports-state-failed = Niet geïmporteerd
office-imports-state-undone = Teruggedraaid
office-imports-rows = Regels
office-imports-new-lead = Van elke soort één bestand: klanten, voertuigen, bezoeken, facturen, vestigingen, toestemmingen. Hebt u facturen als pdf, zet dan alles samen in één zip.
office-imports-files = Bestanden
office-imports-files-hint = CSV of zip, zoals het systeem ze maakt. Samen hoogstens 2 GB.
office-imports-full-hint = Alles wat het systeem heeft. Wie er niet in staat, wordt als ontbrekend gemerkt.
office-imports-daily-hint = Wat er sinds de vorige export is veranderd.
office-imports-dry-label = Proef: alleen laten zien wat er zou veranderen
office-imports-upload = Uploaden en controleren
office-imports-note = Dreigt er iets verloren te gaan, dan stopt de import en vraagt hij het u.
office-imports-no-file = Kies ten minste één bestand.
office-imports-no-mode = Geef aan of dit een volledige of een dagelijkse export is.
office-imports-too-many = Hoogstens { $max } bestanden tegelijk. Zet ze samen in één zip.
office-imports-too-large = De bestanden zijn samen groter dan { $max } GB. Upload er minder tegelijk, of als zip.
office-imports-twice = Twee bestanden heten ‘{ $name }’. Geef er één een andere naam.
office-imports-problem = { $name }: { $problem }
office-imports-busy = Er loopt nog een andere import. Wacht tot die klaar is en upload dan opnieuw.
office-imports-broken-off = Het uploaden is afgebroken. Probeer het opnieuw.
office-imports-of = Import van { $when }
office-imports-progress = { $done } van { $of } regels
office-imports-refresh = Vernieuwen
office-imports-continue = Verdergaan met de import
office-imports-continue-lead = Er is een tijdje niets gebeurd. Is de import onderbroken, dan gaat hij verder waar hij was.
office-imports-doubts = Moet de import doorgaan?
office-imports-nothing-yet = Er is nog niets veranderd.
office-imports-dry-doubts = Een echte import zou hier stoppen en het u vragen
office-imports-go-on = Toch importeren
office-imports-stop = Import stoppen
office-imports-counts = Wat er van de regels is geworden
office-imports-would = Wat er van de regels zou worden
office-imports-kind = Soort
office-imports-created = Nieuw
office-imports-changed = Gewijzigd
office-imports-unchanged = Ongewijzigd
office-imports-rejected = Afgewezen
office-imports-left-out = Waarden weggelaten
office-imports-missing = Niet meer in het bestand
office-imports-remarks = Wat er niet klopt in de bestanden
office-imports-remarks-first = De eerste { $count }. In het foutenbestand staan ze allemaal.
office-imports-download = Foutenbestand downloaden
office-imports-no-remarks = Elke regel is overgenomen zoals hij was.
office-imports-changes = Wat er zou veranderen
office-imports-changes-done = Wat er is veranderd
office-imports-changes-first = De eerste { $count } velden.
office-imports-field = Veld
office-imports-before = Eerst
office-imports-after = Nu
office-imports-unknown-headers = Kolommen die niet zijn gebruikt
office-imports-unknown-header = { $file }: ‘{ $header }’
office-imports-unknown-header-near = { $file }: ‘{ $header }’ – bedoelt u ‘{ $near }’?
office-imports-undo = Import terugdraaien
office-imports-undo-text = Wat de import heeft gemaakt, gaat weg; wat hij heeft gewijzigd, wordt hersteld. Wat mensen daarna hebben gewijzigd blijft, en u ziet wat dat is.
office-imports-kept = Teruggedraaid
office-imports-kept-counts = { $restored ->
    [one] { $restored } veld hersteld
   *[other] { $restored } velden hersteld
  }, { $removed ->
    [one] { $removed } record verwijderd
   *[other] { $removed } records verwijderd
  }.
office-imports-kept-refusals = { $count ->
    [one] { $count } weigering blijft: een nee wordt niet teruggedraaid.
   *[other] { $count } weigeringen blijven: een nee wordt niet teruggedraaid.
  }
office-imports-kept-fields = Gebleven zoals mensen het daarna hebben gemaakt
office-imports-kept-things = Gebleven, omdat ermee wordt gewerkt
office-imports-last = Laatste import
office-imports-last-rows = { $rows ->
    [one] { $rows } regel
   *[other] { $rows } regels
  }
office-imports-last-rejected = { $rejected ->
    [one] { $rejected } niet overgenomen
   *[other] { $rejected } niet overgenomen
  }
office-imports-last-none = Nog geen
office-columns-title = Kolommen
office-columns-lead = Carport kent de gangbare kolomnamen in vier talen. Geef hier aan wat de andere zijn.
office-columns-none = Tot nu toe is elke kolom van uw bestanden herkend.
office-columns-yours = Uit uw bestanden
office-columns-yours-hint = Wat niet gekozen is, wordt niet gebruikt.
office-columns-undecided = Niet gebruikt
office-columns-left-out = Voortaan weglaten
office-columns-near = Misschien: { $near }
office-columns-new = Een andere naam
office-columns-new-hint = Voor een kolom die nog in geen import voorkwam.
office-columns-header = Naam in uw bestand
office-columns-header-hint = Zoals die op de eerste regel staat.
office-columns-column = Dit is
office-columns-note = Het geldt vanaf de volgende import.
office-columns-say = Aangeven wat het is
flash-import-columns = De kolommen zijn opgeslagen. Ze gelden vanaf de volgende import.
flash-import-begun = De bestanden zijn binnen. De import is begonnen.
flash-import-busy = Er loopt nog een andere import. Beslis zodra die klaar is.
flash-import-accepted = De import gaat door.
flash-import-refused = De import is gestopt. Er is niets veranderd.
flash-import-undone = De import is teruggedraaid.
flash-import-not-last = Een latere import bouwt hierop voort. Draai die eerst terug.
flash-import-nothing-to-undo = Er is niets om terug te draaien.
flash-import-not-held = Hierover is al beslist.
audit-import-begun = Begon een import
audit-import-accepted = Liet een import doorgaan
audit-import-refused = Stopte een import
audit-import-undone = Draaide een import terug
audit-import-columns = Gaf kolommen van importbestanden aan
