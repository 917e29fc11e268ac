//! The names of the output formats.

use std::fmt;

/// An output format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// For people at a terminal.
    Text,
    /// Everything, as one JSON document (docs/json.md).
    Json,
    /// The same records, one JSON object a line.
    Jsonl,
    /// SARIF 2.1.0, everything.
    Sarif,
    /// SARIF 2.1.0, cut to what GitHub code scanning takes.
    SarifGithub,
    /// GitHub workflow commands (annotations).
    Github,
    /// GitHub-flavoured Markdown, for a job summary or a comment.
    Markdown,
    /// JUnit XML.
    Junit,
    /// GitLab security report, SAST.
    GitlabSast,
    /// GitLab security report, secret detection.
    GitlabSecrets,
    /// GitLab security report, dependency scanning.
    GitlabDependencies,
    /// Code Climate issues (GitLab code quality).
    CodeClimate,
    /// Comma-separated values.
    Csv,
    /// Reviewdog diagnostics (`rdjson`).
    Rdjson,
    /// The JSON that Semgrep's command line prints.
    SemgrepJson,
    /// The JSON report that gitleaks writes.
    GitleaksJson,
    /// One self-contained page.
    Html,
}

impl Format {
    /// Every format, in the order of the documentation.
    pub const ALL: [Self; 17] = [
        Self::Text,
        Self::Json,
        Self::Jsonl,
        Self::Sarif,
        Self::SarifGithub,
        Self::Github,
        Self::Markdown,
        Self::Junit,
        Self::GitlabSast,
        Self::GitlabSecrets,
        Self::GitlabDependencies,
        Self::CodeClimate,
        Self::Csv,
        Self::Rdjson,
        Self::SemgrepJson,
        Self::GitleaksJson,
        Self::Html,
    ];

    /// The word used on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Sarif => "sarif",
            Self::SarifGithub => "sarif-github",
            Self::Github => "github",
            Self::Markdown => "markdown",
            Self::Junit => "junit",
            Self::GitlabSast => "gitlab-sast",
            Self::GitlabSecrets => "gitlab-secrets",
            Self::GitlabDependencies => "gitlab-dependencies",
            Self::CodeClimate => "codeclimate",
            Self::Csv => "csv",
            Self::Rdjson => "rdjson",
            Self::SemgrepJson => "semgrep-json",
            Self::GitleaksJson => "gitleaks-json",
            Self::Html => "html",
        }
    }

    /// The format of that word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|f| f.as_str() == word)
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::Format;

    #[test]
    fn every_name_is_read_back() {
        for format in Format::ALL {
            assert_eq!(Format::parse(format.as_str()), Some(format));
        }
        assert_eq!(Format::parse("SARIF"), None);
    }
}
