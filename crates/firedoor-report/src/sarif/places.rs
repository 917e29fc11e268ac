//! Places: relative percent-encoded URIs, regions in UTF-16 columns, snippets that are exactly their region's text.

use firedoor_core::{EngineId, Location, Region, RepoPath};
use serde_sarif::sarif as s;

use super::{BASE, Profile};
use crate::{plain, view};

/// A message: one or more sentences, with what looks like an embedded link (section 3.11.6) escaped.
pub(super) fn message(text: &str) -> s::Message {
    let mut text = plain::sentence(text.trim());
    if text.contains("](") {
        text = text.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]");
    }
    let mut out = s::Message::builder().build();
    out.text = Some(text);
    out
}

/// A text without Markdown.
pub(super) fn text(text: &str) -> s::MultiformatMessageString {
    s::MultiformatMessageString::builder().text(text).build()
}

/// A file.
pub(super) fn artifact(path: &RepoPath) -> s::ArtifactLocation {
    let mut out = s::ArtifactLocation::builder().build();
    out.uri = Some(view::uri(path));
    out.uri_base_id = Some(BASE.to_owned());
    out
}

/// A region; all four numbers, as GitHub requires.
pub(super) fn region(r: Region) -> s::Region {
    let mut out = s::Region::builder().build();
    out.start_line = Some(i64::from(r.start_line.max(1)));
    out.start_column = Some(i64::from(r.start_column.max(1)));
    out.end_line = Some(i64::from(r.end_line.max(1)));
    out.end_column = Some(i64::from(r.end_column.max(1)));
    out
}

/// A content.
pub(super) fn content(text: &str) -> s::ArtifactContent {
    let mut out = s::ArtifactContent::builder().build();
    out.text = Some(text.to_owned());
    out
}

/// A location with its region; `snippets` adds the matched text and the lines around it.
pub(super) fn location(engine: EngineId, at: &Location, profile: Profile) -> s::Location {
    let mut place = s::PhysicalLocation::builder().build();
    place.artifact_location = Some(artifact(&at.path));
    let mut r = region(at.region);
    if let Some(text) = view::matched_text(engine, at).filter(|_| !at.snippet.masked) {
        r.snippet = Some(content(text));
    }
    place.region = Some(r);
    if profile == Profile::Full {
        place.context_region = context(at);
    }
    let mut out = s::Location::builder().build();
    out.physical_location = Some(place);
    out.message = at.message.as_deref().filter(|m| !m.trim().is_empty()).map(message);
    out
}

/// The lines around the match, where they are whole and more than the match itself. Secrets in them are masked, so
/// they are shown without columns.
fn context(at: &Location) -> Option<s::Region> {
    if at.snippet.cut || at.snippet.text.contains('\u{fffd}') {
        return None;
    }
    let lines = i64::try_from(crate::excerpt::line_count(&at.snippet.text)).ok()?;
    let first = i64::from(at.snippet.first_line.max(1));
    let last = first + lines - 1;
    // A context region must be a proper superset of the region (section 3.29.5): the excerpt of a masked key
    // has fewer lines than the key.
    let (start, end) = (i64::from(at.region.start_line), i64::from(at.region.end_line));
    if first > start || last < end || (first == start && last == end) {
        return None;
    }
    let mut out = s::Region::builder().build();
    out.start_line = Some(first);
    out.end_line = Some(last);
    out.snippet = Some(content(&at.snippet.text));
    Some(out)
}

#[cfg(test)]
mod tests {
    use firedoor_core::{Origin, SourceFile, Span};

    use super::*;

    #[test]
    fn a_context_region_holds_the_whole_region_or_is_left_out() {
        let text: String = (1..=30).map(|n| format!("line {n}\n")).collect();
        let file = SourceFile::new("a.txt".into(), Origin::WorkTree, text.clone().into_bytes());
        let at = |from: &str, to: &str| {
            let span = Span::new(text.find(from).expect("there"), text.find(to).expect("there") + to.len());
            context(&Location::in_file(&file, span)).map(|r| (r.start_line, r.end_line))
        };
        assert_eq!(at("line 5", "line 5"), Some((Some(3), Some(7))));
        assert_eq!(at("line 5", "line 6"), Some((Some(3), Some(8))));
        // A masked key takes fewer lines than it had.
        let mut key = Location::in_file(&file, Span::new(0, text.find("line 20").expect("there")));
        key.snippet.text = "********\nline 20\n".to_owned();
        assert!(context(&key).is_none());
        let whole = SourceFile::new("b.txt".into(), Origin::WorkTree, b"one line".to_vec());
        assert!(context(&Location::in_file(&whole, Span::new(0, 3))).is_none(), "no more than the line itself");
    }
}
