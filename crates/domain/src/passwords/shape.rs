//! Sees through padding: a common word twice, a word and a row of digits, the keyboard from left to right.

use super::common;

/// What a password is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Enough of its own.
    Fine,
    /// Repetition, counting, or a common word with padding.
    Simple,
    /// The same, with a word of the place or the person in it.
    Own,
}

/// Rows in which neighbours are no surprise.
const ROWS: [&str; 6] = [
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "йцукенгшщзхъфывапролджэячсмитьбю",
];

/// The longest word looked for, in characters.
const LONGEST: usize = 24;

/// Lower case with the usual signs for letters undone: `p@ssw0rd` is `password`.
pub(super) fn plain(lower: &str) -> String {
    lower
        .chars()
        .map(|c| match c {
            '@' | '4' => 'a',
            '0' => 'o',
            '1' | '!' => 'i',
            '3' => 'e',
            '5' | '$' => 's',
            '7' => 't',
            other => other,
        })
        .collect()
}

/// The shape of a password; `own` are the words of the place and the person.
pub(super) fn of(password: &str, own: &[String]) -> Shape {
    let lower: Vec<char> = password
        .to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect();
    let letters: Vec<char> = plain(&lower.iter().collect::<String>()).chars().collect();
    let (pieces, free) = cut(&lower, &letters, own);
    let mut kinds: Vec<&[char]> = pieces
        .iter()
        .filter_map(|(from, to, _)| lower.get(*from..*to))
        .collect();
    kinds.sort_unstable();
    kinds.dedup();
    let has_own = pieces.iter().any(|(_, _, is_own)| *is_own);
    let simple = (kinds.len() <= 2 && free <= 3) || repeats(&lower) || few(&lower);
    // a name takes up the place of a word that nobody could guess
    if has_own && kinds.len() <= 3 && free <= 3 {
        Shape::Own
    } else if simple {
        Shape::Simple
    } else {
        Shape::Fine
    }
}

/// The cheapest way to cut a password into guessable pieces (from, to, one of the own words) and free characters, and how
/// many characters stay free. A piece costs as much as a free character, so that the fewest of both are found.
fn cut(lower: &[char], letters: &[char], own: &[String]) -> (Vec<(usize, usize, bool)>, usize) {
    let mut best: Vec<(usize, usize, bool, usize)> = vec![(0, 0, false, 0)];
    for to in 1..=lower.len() {
        let free = best.get(to - 1).map_or(0, |b| b.3) + 1;
        let mut cheapest = (to - 1, 0, false, free);
        for from in 0..to {
            let Some(is_own) = guessable(lower, letters, from, to, own) else {
                continue;
            };
            let cost = best.get(from).map_or(0, |b| b.3) + 1;
            if cost < cheapest.3 || (cost == cheapest.3 && cheapest.1 == 0) {
                cheapest = (from, to - from, is_own, cost);
            }
        }
        best.push(cheapest);
    }
    let (mut pieces, mut free, mut at) = (Vec::new(), 0, lower.len());
    while let Some(&(from, length, is_own, _)) = best.get(at).filter(|_| at > 0) {
        if length == 0 {
            free += 1
        } else {
            pieces.push((from, at, is_own))
        }
        at = from;
    }
    (pieces, free)
}

/// Whether a part is guessable, and then whether it is one of the own words.
fn guessable(lower: &[char], letters: &[char], from: usize, to: usize, own: &[String]) -> Option<bool> {
    let part = lower.get(from..to)?;
    if own.iter().any(|word| word.chars().eq(part.iter().copied())) {
        return Some(true);
    }
    let word = |text: &[char]| {
        (4..=LONGEST).contains(&(to - from))
            && text
                .get(from..to)
                .is_some_and(|w| common().contains(w.iter().collect::<String>().as_str()))
    };
    (part.iter().all(|c| c.is_numeric()) || is_run(part) || word(lower) || word(letters)).then_some(false)
}

/// Whether a part is a row of neighbours or equals, four or more of them.
fn is_run(part: &[char]) -> bool {
    let step = |a: char, b: char| {
        if a == b {
            return Some(0);
        }
        ROWS.iter().find_map(|row| {
            let place = |c| {
                row.chars()
                    .position(|r| r == c)
                    .and_then(|at| i64::try_from(at).ok())
            };
            let (from, to) = (place(a)?, place(b)?);
            (from.abs_diff(to) == 1).then_some(to - from)
        })
    };
    let Some(first) = part.first().zip(part.get(1)).and_then(|(a, b)| step(*a, *b)) else {
        return false;
    };
    part.len() >= 4
        && part
            .iter()
            .zip(part.iter().skip(1))
            .all(|(a, b)| step(*a, *b) == Some(first))
}

/// Whether the whole is one short unit again and again.
fn repeats(text: &[char]) -> bool {
    (1..=text.len() / 2).any(|unit| unit < 12 && text.iter().zip(text.iter().skip(unit)).all(|(a, b)| a == b))
}

/// Whether it has fewer than five different characters.
fn few(text: &[char]) -> bool {
    let mut seen = text.to_vec();
    seen.sort_unstable();
    seen.dedup();
    seen.len() < 5
}
