# Importe aus dem Dealer-Management-System: die Seiten des Backoffice, und was über Dateien und Zeilen gesagt wird
office-nav-imports = Importe
office-imports-title = Importe
office-imports-lead = Was aus Ihrem Dealer-Management-System gekommen ist.
office-imports-new = Dateien importieren
office-imports-none-title = Noch keine Importe
office-imports-none-text = Laden Sie einen Export Ihres Dealer-Management-Systems hoch. Sie sehen zuerst, was sich ändern würde.
office-imports-when = Begonnen
office-imports-who = Von
office-imports-contents = Inhalt
office-imports-mode-full = Vollexport
office-imports-mode-daily = Tagesexport
office-imports-dry = Probelauf
office-imports-state = Stand
office-imports-state-waiting = Wartet
office-imports-state-reading = Wird gelesen
office-imports-state-held = Wartet auf Ihre Entscheidung
office-imports-state-merging = Wird übernommen
office-imports-state-done = Fertig
office-imports-state-failed = Nicht importiert
office-imports-state-undone = Zurückgenommen
office-imports-rows = Zeilen
office-imports-new-lead = Von jeder Art eine Datei: Kunden, Fahrzeuge, Besuche, Rechnungen, Standorte, Einwilligungen. Mit Rechnungen als PDF packen Sie alles in eine ZIP-Datei.
office-imports-files = Dateien
office-imports-files-hint = CSV oder ZIP, so wie das System sie schreibt. Zusammen höchstens 2 GB.
office-imports-full-hint = Alles, was das System hat. Wer nicht darin steht, wird als fehlend markiert.
office-imports-daily-hint = Was sich seit dem letzten Export geändert hat.
office-imports-dry-label = Probelauf: nur zeigen, was sich ändern würde
office-imports-upload = Hochladen und prüfen
office-imports-note = Bevor etwas verloren geht, hält der Import an und fragt Sie.
office-imports-no-file = Wählen Sie mindestens eine Datei.
office-imports-no-mode = Geben Sie an, ob es ein Voll- oder ein Tagesexport ist.
office-imports-too-many = Höchstens { $max } Dateien auf einmal. Packen Sie sie in eine ZIP-Datei.
office-imports-too-large = Zusammen sind die Dateien größer als { $max } GB. Laden Sie weniger auf einmal hoch, oder als ZIP.
office-imports-twice = Zwei Dateien heißen „{ $name }“. Benennen Sie eine um.
office-imports-problem = { $name }: { $problem }
office-imports-busy = Ein anderer Import läuft noch. Warten Sie, bis er fertig ist, und laden Sie dann noch einmal hoch.
office-imports-broken-off = Das Hochladen ist abgebrochen. Versuchen Sie es noch einmal.
office-imports-of = Import vom { $when }
office-imports-progress = { $done } von { $of } Zeilen
office-imports-refresh = Aktualisieren
office-imports-continue = Import fortsetzen
office-imports-continue-lead = Seit einer Weile ist nichts geschehen. Wurde der Import unterbrochen, geht er dort weiter, wo er war.
office-imports-doubts = Soll der Import weitergehen?
office-imports-nothing-yet = Bis jetzt wurde nichts geändert.
office-imports-dry-doubts = Ein echter Import würde hier anhalten und fragen
office-imports-go-on = Trotzdem importieren
office-imports-stop = Import beenden
office-imports-counts = Was aus den Zeilen wurde
office-imports-would = Was aus den Zeilen würde
office-imports-kind = Art
office-imports-created = Neu
office-imports-changed = Geändert
office-imports-unchanged = Unverändert
office-imports-rejected = Abgelehnt
office-imports-left-out = Werte weggelassen
office-imports-missing = Nicht mehr in der Datei
office-imports-remarks = Was in den Dateien nicht stimmt
office-imports-remarks-first = Die ersten { $count }. In der Fehlerdatei stehen alle.
office-imports-download = Fehlerdatei herunterladen
office-imports-no-remarks = Jede Zeile wurde übernommen, wie sie war.
office-imports-changes = Was sich ändern würde
office-imports-changes-done = Was sich geändert hat
office-imports-changes-first = Die ersten { $count } Felder.
office-imports-field = Feld
office-imports-before = Vorher
office-imports-after = Nachher
office-imports-unknown-headers = Spalten, die nicht verwendet wurden
office-imports-unknown-header = { $file }: „{ $header }“
office-imports-unknown-header-near = { $file }: „{ $header }“ – meinen Sie „{ $near }“?
office-imports-undo = Import zurücknehmen
office-imports-undo-text = Was er angelegt hat, wird entfernt, was er geändert hat, wiederhergestellt. Was Menschen seither geändert haben, bleibt, und Sie sehen, was das ist.
office-imports-kept = Zurückgenommen
office-imports-kept-counts = { $restored ->
    [one] { $restored } Feld wiederhergestellt
   *[other] { $restored } Felder wiederhergestellt
  }, { $removed ->
    [one] { $removed } Eintrag entfernt
   *[other] { $removed } Einträge entfernt
  }.
office-imports-kept-refusals = { $count ->
    [one] { $count } Ablehnung bleibt: Ein Nein wird nicht zurückgenommen.
   *[other] { $count } Ablehnungen bleiben: Ein Nein wird nicht zurückgenommen.
  }
office-imports-kept-fields = Geblieben, wie Menschen es seither geändert haben
office-imports-kept-things = Geblieben, weil damit gearbeitet wird
office-imports-last = Letzter Import
office-imports-last-rows = { $rows ->
    [one] { $rows } Zeile
   *[other] { $rows } Zeilen
  }
office-imports-last-rejected = { $rejected ->
    [one] { $rejected } nicht übernommen
   *[other] { $rejected } nicht übernommen
  }
office-imports-last-none = Noch keiner
office-columns-title = Spalten
office-columns-lead = Carport kennt die üblichen Spaltennamen in vier Sprachen. Geben Sie hier an, was die anderen sind.
office-columns-none = Bisher wurde jede Spalte Ihrer Dateien erkannt.
office-columns-yours = Aus Ihren Dateien
office-columns-yours-hint = Was nicht gewählt ist, wird nicht verwendet.
office-columns-undecided = Nicht verwendet
office-columns-left-out = Künftig weglassen
office-columns-near = Vielleicht: { $near }
office-columns-new = Ein anderer Name
office-columns-new-hint = Für eine Spalte, die noch in keinem Import vorkam.
office-columns-header = Name in Ihrer Datei
office-columns-header-hint = So, wie er in der ersten Zeile steht.
office-columns-column = Das ist
office-columns-note = Es gilt ab dem nächsten Import.
office-columns-say = Angeben, was es ist
flash-import-columns = Die Spalten sind gespeichert. Sie gelten ab dem nächsten Import.
flash-import-begun = Die Dateien sind da. Der Import hat begonnen.
flash-import-busy = Ein anderer Import läuft noch. Entscheiden Sie, sobald er fertig ist.
flash-import-accepted = Der Import geht weiter.
flash-import-refused = Der Import wurde beendet. Es wurde nichts geändert.
flash-import-undone = Der Import wurde zurückgenommen.
flash-import-not-last = Ein späterer Import baut darauf auf. Nehmen Sie zuerst diesen zurück.
flash-import-nothing-to-undo = Es gibt nichts zurückzunehmen.
flash-import-not-held = Das wurde bereits entschieden.
audit-import-begun = Begann einen Import
audit-import-accepted = Ließ einen Import weitergehen
audit-import-refused = Beendete einen Import
audit-import-undone = Nahm einen Import zurück
audit-import-columns = Gab Spalten der Importdateien an
