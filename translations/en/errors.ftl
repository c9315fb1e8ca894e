# What is wrong with a field, and the way out.

error-required = Please fill in this field.
error-too-long =
    { $max ->
        [one] Use at most { $max } character.
       *[other] Use at most { $max } characters.
    }
error-text-not-editable = This text cannot be changed.
error-text-no-variables = { $variable } cannot be filled in here. Remove the braces.
error-text-unknown-variable = { $variable } is not known here. You can use: { $known }.
