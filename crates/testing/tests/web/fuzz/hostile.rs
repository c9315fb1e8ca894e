//! What nobody should send.

use std::collections::BTreeSet;
use std::path::Path;

/// Must never come back unescaped.
pub const SCRIPT: &str = "<script>alert(1)</script>";

/// Values of a field or a part of a path.
pub const VALUES: [&str; 25] = [
    "",
    "   ",
    "\0\0",
    "a\0b",
    "\r\nX-Injected: yes\r\n\r\n",
    "\u{202e}gnp.exe",
    "🚗🚗🚗",
    "-1",
    "0",
    "99999999999999999999999999",
    "-9223372036854775808",
    "1e309",
    "0000-00-00",
    "9999-12-31",
    "-262143-01-01",
    "+262142-12-31",
    "2026-W99",
    "9999-W53",
    "00000000-0000-0000-0000-000000000000",
    "ffffffff-ffff-ffff-ffff-ffffffffffff",
    "'; DROP TABLE customers; --",
    SCRIPT,
    "../../../../etc/passwd",
    "=cmd|' /C calc'!A0",
    "\u{0301}\u{0301}\u{0301}ﷺ",
];

/// Query strings, already encoded.
pub const QUERIES: [&str; 14] = [
    "&&&===",
    "q=%00&on=%ff&week=%c3%28",
    "on=0000-00-00&day=9999-12-31&from=-262143-01-01&to=%2B262142-12-31&after-on=%2B262142-12-31",
    "week=9999-W53&from=9999-12-31",
    "page=-1&after=-1&before=99999999999999999999&limit=99999999999",
    "after=ffffffff-ffff-ffff-ffff-ffffffffffff&cursor=%00&vehicle=x",
    "q=%27%3B%20DROP%20TABLE%20customers%3B%20--",
    "q=%3Cscript%3Ealert(1)%3C%2Fscript%3E&search=%3Cscript%3Ealert(1)%3C%2Fscript%3E&on=%3Cscript%3Ealert(1)%3C%2Fscript%3E",
    "q=%25%25%5f%5f%5c&search=%25",
    "q=%F0%9F%9A%97&noted=99999999999999999999%3Aff",
    "noted=1%3A00&next=%2F%2Fevil.example&return=https%3A%2F%2Fevil.example",
    "q=a%0d%0aX-Injected%3A%20yes&next=%0d%0aX-Injected%3A%20yes",
    "lang=xx&language=%00&theme=%3Cscript%3E",
    "channel=pigeon&outcome=maybe&moment=none&status=dead&state=x&role=king&actor=%ff",
];

/// Names of fields that the program reads, found in its source, so that a body that is no form of ours still reaches what
/// reads it.
fn names() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    read(
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../web/src")),
        &mut names,
    );
    assert!(names.len() > 60, "{names:?}");
    names
}

fn read(folder: &Path, names: &mut BTreeSet<String>) {
    const READERS: [&str; 7] = [
        "required(",
        "optional(",
        "parse(",
        "parse_optional(",
        "text(",
        "raw(",
        "has(",
    ];
    for entry in std::fs::read_dir(folder).expect("the source is there").flatten() {
        let path = entry.path();
        if path.is_dir() {
            read(&path, names);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let source = std::fs::read_to_string(&path).expect("a source file");
            for call in READERS.iter().flat_map(|reader| source.split(reader).skip(1)) {
                let name = call
                    .trim_start()
                    .strip_prefix('"')
                    .and_then(|rest| rest.split('"').next());
                names.extend(name.filter(|name| name.len() < 30).map(str::to_owned));
            }
        }
    }
}

/// Whole bodies with the type they say they are.
pub fn bodies() -> Vec<(Option<&'static str>, Vec<u8>)> {
    const FORM: Option<&str> = Some(super::FORM);
    let names = names();
    let all = |value: &str| {
        let pairs: Vec<String> = names
            .iter()
            .map(|name| format!("{name}={}", percent(value.as_bytes())))
            .collect();
        pairs.join("&").into_bytes()
    };
    let mut long = b"name=".to_vec();
    long.resize(1_048_576, b'x');
    let mut many = Vec::new();
    for n in 0..5_000 {
        many.extend_from_slice(format!("f{n}=1&").as_bytes());
    }
    vec![
        (FORM, Vec::new()),
        (FORM, long),
        (FORM, many),
        (FORM, all("\0")),
        (FORM, all(SCRIPT)),
        (FORM, all("9999-12-31")),
        (FORM, all("-1")),
        (FORM, b"email=%ff%fe&password=%c3%28&name=%80&=&%=%zz".to_vec()),
        (FORM, vec![0xff; 64]),
        (
            Some("application/json"),
            br#"{"email": ["a", {"b": null}]}"#.to_vec(),
        ),
        (Some("multipart/form-data"), b"--x\r\n".to_vec()),
        (
            Some("multipart/form-data; boundary=x"),
            b"--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"../a\"\r\n\r\n\0\xff"
                .to_vec(),
        ),
        (Some("text/plain; charset=\""), b"email=a".to_vec()),
        (None, b"email=a&password=b".to_vec()),
    ]
}

/// Percent-encoded, whatever the bytes.
pub fn percent(bytes: &[u8]) -> String {
    bytes
        .iter()
        .map(|b| {
            if b.is_ascii_alphanumeric() {
                char::from(*b).to_string()
            } else {
                format!("%{b:02X}")
            }
        })
        .collect()
}
