# Pages for what is not there or went wrong
error-page-home = Zur Startseite
error-page-not-found-title = Diese Seite gibt es nicht
error-page-not-found-text = Vielleicht wurde die Adresse falsch übernommen, oder der Link ist abgelaufen.
error-page-sign-in-title = Melden Sie sich zuerst an
error-page-sign-in-text = Nach der Anmeldung sehen Sie diese Seite.
error-page-bad-request-title = Das haben wir nicht verstanden
error-page-bad-request-text = Beim Absenden ging etwas schief. Gehen Sie zurück und versuchen Sie es noch einmal; Ihre Eingaben wurden nicht gespeichert.
error-page-too-large-title = Das ist zu groß
error-page-too-large-text = Senden Sie weniger auf einmal oder eine kleinere Datei.
error-page-too-many-title = Einen Moment bitte
error-page-too-many-text = Von Ihrem Anschluss kamen zu viele Versuche. Warten Sie ein paar Minuten und versuchen Sie es noch einmal.
error-page-cross-site-title = Dieses Formular kam von einer anderen Website
error-page-cross-site-text = Zu Ihrer Sicherheit haben wir nichts geändert. Öffnen Sie die Seite hier noch einmal.
error-page-internal-title = Hier ist bei uns etwas schiefgegangen
error-page-internal-text = Wir haben es gesehen und kümmern uns darum. Versuchen Sie es in ein paar Minuten noch einmal.
