# Why a password will not do, and what will.

error-password-empty = Enter a password.
error-password-short = Use at least { $min } characters. A short sentence works well.
error-password-long = This password is too long. Use at most 250 characters.
error-password-common = This password is on a list of common or leaked passwords. Choose another one.
error-password-simple = This password is too easy to guess. Try four words that have nothing to do with each other.
error-password-own = Do not use your name, e-mail address, number plate or our company name as your password.
error-password-differs = The two passwords are not the same. Enter them again.
error-password-wrong = This is not your current password. Try again.
error-password-same = This is your current password. Choose a new one.
