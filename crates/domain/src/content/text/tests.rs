//! The tokenizer, against what staff mean and what attackers try.

use proptest::prelude::*;

use super::*;

fn words(s: &str) -> Span {
    Span::Words(s.to_owned())
}

#[test]
fn words_variables_bold_and_links_are_understood() {
    let text =
        Text::parse("Dag {{ first_name | fallback \"klant\" }}, **kom {{plate}}** [hier]({{ my_page_url }})")
            .unwrap();
    assert_eq!(
        text.spans(),
        [
            words("Dag "),
            Span::Variable {
                variable: Variable::FirstName,
                fallback: Some("klant".into())
            },
            words(", "),
            Span::Bold(vec![
                words("kom "),
                Span::Variable {
                    variable: Variable::Plate,
                    fallback: None
                }
            ]),
            words(" "),
            Span::Link {
                label: vec![words("hier")],
                to: Target::Variable(Variable::MyPageUrl)
            },
        ]
    );
    assert_eq!(
        text.required().collect::<Vec<_>>(),
        [Variable::Plate, Variable::MyPageUrl]
    );
}

#[test]
fn an_unknown_variable_is_named() {
    assert_eq!(
        Text::parse("{{ shoe_size }}"),
        Err(wrong::unknown_variable("shoe_size"))
    );
    assert_eq!(Text::parse("{{ plate"), Err(wrong::unclosed_variable()));
    assert_eq!(Text::parse("{{ plate | upper }}"), Err(wrong::fallback("upper")));
    assert_eq!(
        Text::parse("{{ plate | fallback \"a\" | x }}"),
        Err(wrong::fallback("fallback \"a\" | x"))
    );
    assert_eq!(Text::parse("**never ends"), Err(wrong::unclosed_bold()));
}

#[test]
fn only_addresses_a_mail_may_lead_to_are_links() {
    for bad in [
        "javascript:alert(1)",
        "https://",
        "data:text/html,x",
        "https://a b",
        "//x.nl",
        "https://u@x.nl",
        "{{ plate }}",
        "https://x.nl/?p={{ plate }}",
        "https://x.nl/\"onclick=",
        "mailto:nobody",
        "x",
    ] {
        assert!(Target::parse(bad).is_err(), "{bad}");
    }
    for good in [
        "https://x.example/a?b=c#d",
        "mailto:a@b.example",
        "tel:+31200000000",
        "{{my_page_url}}",
    ] {
        assert!(Target::parse(good).is_ok(), "{good}");
    }
    assert_eq!(
        Text::parse("[x](javascript:1)"),
        Err(wrong::address("javascript:1"))
    );
}

#[test]
fn brackets_that_are_no_link_and_escaped_marks_are_just_words() {
    assert_eq!(Text::parse("a [b] c").unwrap().spans(), [words("a [b] c")]);
    assert_eq!(
        Text::parse(r"\{{ plate }} \*\*x\*\* \[a](b)").unwrap().spans(),
        [words("{{ plate }} **x** [a](b)")]
    );
    assert_eq!(
        Text::parse("een\r\ntwee").unwrap().spans(),
        [words("een"), Span::Break, words("twee")]
    );
}

#[test]
fn a_fallback_may_hold_braces() {
    let text = Text::parse("{{ plate | fallback \"}}\" }}!").unwrap();
    assert_eq!(
        text.spans(),
        [
            Span::Variable {
                variable: Variable::Plate,
                fallback: Some("}}".into())
            },
            words("!")
        ]
    );
}

proptest! {
    #[test]
    fn a_literal_means_exactly_its_words_also_after_being_stored(s in "\\PC{0,80}") {
        let literal = Text::literal(&s);
        let again = Text::parse(literal.source()).unwrap();
        prop_assert_eq!(again.spans(), literal.spans());
        prop_assert!(literal.placeholders().is_empty());
        let said: String = literal.spans().iter().map(|p| match p { Span::Words(w) => w.as_str(), _ => "" }).collect();
        let expected: String = s.chars().filter(|c| !c.is_control()).collect();
        prop_assert_eq!(said, expected);
    }

    #[test]
    fn no_text_whatever_makes_the_reader_fail_hard(s in "[\\{\\}\\*\\[\\]\\(\\)\\\\|\"a \n]{0,60}") {
        if let Ok(text) = Text::parse(&s) {
            prop_assert_eq!(Text::parse(text.source()), Ok(text));
        }
    }
}
