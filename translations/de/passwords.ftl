# Warum ein Passwort nicht geht, und was geht.

error-password-empty = Bitte geben Sie ein Passwort ein.
error-password-short = Verwenden Sie mindestens { $min } Zeichen. Ein kurzer Satz eignet sich gut.
error-password-long = Dieses Passwort ist zu lang. Verwenden Sie höchstens 250 Zeichen.
error-password-common = Dieses Passwort steht auf einer Liste häufiger oder bekannt gewordener Passwörter. Bitte wählen Sie ein anderes.
error-password-simple = Dieses Passwort ist zu leicht zu erraten. Wählen Sie zum Beispiel vier Wörter, die nichts miteinander zu tun haben.
error-password-own = Verwenden Sie nicht Ihren Namen, Ihre E-Mail-Adresse, Ihr Kennzeichen oder unseren Firmennamen als Passwort.
error-password-differs = Die beiden Passwörter stimmen nicht überein. Bitte geben Sie sie noch einmal ein.
error-password-wrong = Das ist nicht Ihr aktuelles Passwort. Bitte versuchen Sie es noch einmal.
error-password-same = Das ist Ihr aktuelles Passwort. Bitte wählen Sie ein neues.
