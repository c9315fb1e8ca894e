# Что не так с полем и как исправить.

error-required = Заполните это поле.
error-too-long =
    { $max ->
        [one] Не больше { $max } символа.
        [few] Не больше { $max } символов.
       *[many] Не больше { $max } символов.
    }
error-text-not-editable = Этот текст изменить нельзя.
error-text-no-variables = В этом тексте нельзя подставить { $variable }. Уберите фигурные скобки.
error-text-unknown-variable = Переменная { $variable } здесь неизвестна. Можно использовать: { $known }.
