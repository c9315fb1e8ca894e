# Waarom een wachtwoord niet kan, en wat wel kan.

error-password-empty = Vul een wachtwoord in.
error-password-short = Gebruik minstens { $min } tekens. Een korte zin werkt goed.
error-password-long = Dit wachtwoord is te lang. Gebruik ten hoogste 250 tekens.
error-password-common = Dit wachtwoord staat op een lijst van veelgebruikte of gelekte wachtwoorden. Kies een ander.
error-password-simple = Dit wachtwoord is te makkelijk te raden. Kies bijvoorbeeld vier woorden die niets met elkaar te maken hebben.
error-password-own = Gebruik niet uw naam, uw e-mailadres, uw kenteken of onze bedrijfsnaam als wachtwoord.
error-password-differs = De twee wachtwoorden zijn niet gelijk. Vul ze opnieuw in.
error-password-wrong = Dit is niet uw huidige wachtwoord. Probeer het opnieuw.
error-password-same = Dit is uw huidige wachtwoord. Kies een nieuw.
