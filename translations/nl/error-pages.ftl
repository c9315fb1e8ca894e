# Pages for what is not there or went wrong
error-page-home = Naar het begin
error-page-not-found-title = Deze pagina is er niet
error-page-not-found-text = Misschien is het adres verkeerd overgenomen, of is de link verlopen.
error-page-sign-in-title = Log eerst in
error-page-sign-in-text = Na het inloggen ziet u deze pagina.
error-page-bad-request-title = Dat hebben we niet begrepen
error-page-bad-request-text = Er ging iets mis bij het versturen. Ga terug en probeer het opnieuw; wat u had ingevuld is niet opgeslagen.
error-page-too-large-title = Dat is te groot
error-page-too-large-text = Verstuur minder tegelijk, of een kleiner bestand.
error-page-too-many-title = Even wachten
error-page-too-many-text = Er zijn vanaf uw verbinding te veel pogingen gedaan. Wacht een paar minuten en probeer het opnieuw.
error-page-cross-site-title = Dit formulier kwam van een andere site
error-page-cross-site-text = Voor uw veiligheid hebben we niets gewijzigd. Open de pagina hier opnieuw.
error-page-internal-title = Dit ging bij ons mis
error-page-internal-text = We hebben het gezien en kijken ernaar. Probeer het over een paar minuten opnieuw.
