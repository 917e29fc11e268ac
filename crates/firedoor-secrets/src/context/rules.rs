//! The rules of contextual detection: one for each detector.

use firedoor_core::Severity;

/// The contextual rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Detector {
    Password,
    Secret,
    Token,
    Key,
    Salt,
    UrlCredentials,
    ConnectionString,
    BasicAuth,
    BearerAuth,
    CommandLine,
    PrivateKey,
    Jwk,
    Jwt,
    Nkey,
    KubernetesSecret,
    PasswordFile,
}

/// Id, title, description, severity, CWE of each detector, in the order of [`Detector`].
pub(super) const RULES: &[(&str, &str, &str, Severity, u32)] = &[
    (
        "hardcoded-password",
        "Password in plain text",
        "A password is assigned, compared or passed as a literal. Everyone who can read the file can use it. Read it from the environment or a secret store and change it.",
        Severity::High,
        798,
    ),
    (
        "hardcoded-secret",
        "Secret in plain text",
        "A secret is assigned as a literal. Read it from the environment or a secret store and rotate it.",
        Severity::High,
        798,
    ),
    (
        "hardcoded-token",
        "Token in plain text",
        "An access token is assigned as a literal. Read it from the environment or a secret store and revoke it.",
        Severity::High,
        798,
    ),
    (
        "hardcoded-key",
        "API or encryption key in plain text",
        "A key is assigned as a literal. Read it from the environment or a secret store and rotate it.",
        Severity::High,
        321,
    ),
    (
        "hardcoded-salt",
        "Salt, nonce or seed in plain text",
        "A cryptographic salt, nonce or seed is fixed in the source, which weakens what depends on its being fresh.",
        Severity::Medium,
        760,
    ),
    (
        "url-credentials",
        "Credentials in a URL",
        "A URL carries a user name and password or a token. Such URLs are logged and shared. Keep the credentials apart from the address and change them.",
        Severity::High,
        522,
    ),
    (
        "connection-string-password",
        "Password in a connection string",
        "A connection string carries a password. Use integrated authentication or fill the password in from a secret store, and change it.",
        Severity::High,
        798,
    ),
    (
        "basic-auth-header",
        "Basic authorization header",
        "A Basic authorization header is only encoded: it shows a user name and password in plain text.",
        Severity::High,
        522,
    ),
    (
        "bearer-auth-header",
        "Bearer authorization header",
        "A Bearer authorization header holds an access token. Whoever has it is let in. Revoke it.",
        Severity::High,
        522,
    ),
    (
        "command-line-credentials",
        "Credentials on a command line",
        "A command line carries a password. It is visible in process lists and shell histories. Read it from a file or a prompt and change it.",
        Severity::High,
        214,
    ),
    (
        "private-key",
        "Private key",
        "A private key is stored in the file. Replace the key pair and keep the new private key out of the code.",
        Severity::Critical,
        321,
    ),
    (
        "json-web-key",
        "Private JSON Web Key",
        "A JSON Web Key with its private part is stored in the file (RFC 7517). Replace it.",
        Severity::Critical,
        321,
    ),
    (
        "json-web-token",
        "JSON Web Token",
        "A signed JSON Web Token is stored in the file (RFC 7519). It lets in whoever has it until it expires.",
        Severity::Medium,
        522,
    ),
    (
        "nats-nkey-seed",
        "NATS nkey seed",
        "An nkey seed is the private part of a NATS identity. Replace it.",
        Severity::Critical,
        321,
    ),
    (
        "kubernetes-secret",
        "Kubernetes Secret with data",
        "A Kubernetes Secret is stored with its data, which is only encoded. Use sealed or external secrets and rotate the values.",
        Severity::High,
        522,
    ),
    (
        "password-file",
        "Password file",
        "A file whose purpose is to hold credentials is stored with them. Remove it and change them.",
        Severity::High,
        522,
    ),
];

/// Whether contextual detection has a rule of this id, which then stands for a rule of the pack.
pub(crate) fn has_rule(id: &str) -> bool {
    RULES.iter().any(|r| r.0 == id)
}
