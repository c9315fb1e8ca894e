//! What makes short work of a row while it is read: it is stored already as the file says it. And whether a number came
//! twice. Both are told by signs of 64 bits, so that a million rows take 8 MB each.

/// The rows of a company that are stored as a file last said them.
#[derive(Debug, Default)]
pub struct Known {
    /// In their order.
    signs: Vec<u64>,
    /// One bit for each sign: the file said it.
    seen: Vec<u64>,
    /// There are stored rows that no row of a file can match as they are.
    others: bool,
}

/// A number, and what its row says, in 64 bits.
fn sign(number: &str, hash: i64) -> u64 {
    let mut sign = hash as u64 ^ 0x9E37_79B9_7F4A_7C15;
    for piece in number.as_bytes().chunks(8) {
        let mut word = [0; 8];
        word[..piece.len()].copy_from_slice(piece);
        sign = mix(sign ^ u64::from_le_bytes(word));
    }
    mix(sign ^ number.len() as u64)
}

/// Spreads 64 bits over 64 bits.
const fn mix(mut x: u64) -> u64 {
    x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ (x >> 31)
}

impl Known {
    /// Adds a stored row: its number and the hash of what the file said, none where a row of a file cannot match it.
    pub fn add(&mut self, number: &str, hash: Option<i64>) {
        match hash {
            Some(hash) => self.signs.push(sign(number, hash)),
            None => self.others = true,
        }
    }

    /// Ends the adding.
    pub fn settled(mut self) -> Self {
        self.signs.sort_unstable();
        self.signs.dedup();
        self.seen = vec![0; self.signs.len().div_ceil(64)];
        self
    }

    /// Where nobody looked what is stored.
    pub fn nobody_looked() -> Self {
        Self {
            others: true,
            ..Self::default()
        }
    }

    /// Whether a row is stored as it is. The row counts as seen.
    pub fn has(&mut self, number: &str, hash: i64) -> bool {
        let found = self.signs.binary_search(&sign(number, hash));
        if let Ok(at) = found {
            self.seen[at / 64] |= 1 << (at % 64);
        }
        found.is_ok()
    }

    /// Whether the file said everything that is stored.
    pub fn is_all_seen(&self) -> bool {
        let seen: u32 = self.seen.iter().map(|bits| bits.count_ones()).sum();
        !self.others && seen as usize == self.signs.len()
    }
}

/// The numbers of one file.
#[derive(Debug, Default)]
pub struct Numbers(Vec<u64>);

/// Numbers remembered at most; a file with more is asked in its table.
const REMEMBERED: usize = 4 << 20;

impl Numbers {
    /// Adds the number of a row.
    pub fn add(&mut self, number: &str) {
        if self.0.len() <= REMEMBERED {
            self.0.push(sign(number, 0));
        }
    }

    /// Whether a number may have come twice.
    pub fn repeat(&mut self) -> bool {
        self.0.sort_unstable();
        self.0.len() > REMEMBERED || self.0.windows(2).any(|pair| pair[0] == pair[1])
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_row_is_known_if_its_number_was_stored_with_the_same_hash(
            stored in prop::collection::btree_map("[a-z0-9]{1,12}", any::<i64>(), 0..40),
            asked in prop::collection::vec(("[a-z0-9]{1,2}", 0i64..3), 0..40),
        ) {
            let mut known = Known::default();
            for (number, hash) in &stored {
                known.add(number, Some(*hash));
            }
            let mut known = known.settled();
            for (number, hash) in &asked {
                prop_assert_eq!(known.has(number, *hash), stored.get(number) == Some(hash));
            }
            for (number, hash) in &stored {
                prop_assert!(known.has(number, *hash));
            }
            prop_assert!(known.is_all_seen());
        }

        #[test]
        fn a_number_that_comes_twice_is_noticed(numbers in prop::collection::btree_set("[a-z0-9]{1,20}", 1..40), again in any::<prop::sample::Index>()) {
            let all: Vec<&str> = numbers.iter().map(String::as_str).collect();
            let mut once = Numbers::default();
            all.iter().for_each(|number| once.add(number));
            prop_assert!(!once.repeat());
            once.add(all[again.index(all.len())]);
            prop_assert!(once.repeat());
        }
    }

    #[test]
    fn what_no_row_can_match_or_no_row_said_is_not_all_seen() {
        let mut known = Known::default();
        known.add("1001", Some(1));
        known.add("1002", Some(2));
        let mut known = known.settled();
        assert!(known.has("1001", 1) && !known.has("1002", 1) && !known.is_all_seen());
        assert!(known.has("1002", 2) && known.is_all_seen());
        known.add("1003", None);
        assert!(!known.is_all_seen());
    }
}
