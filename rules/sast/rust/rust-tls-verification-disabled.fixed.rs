use openssl::ssl::{SslConnector, SslMethod, SslVerifyMode};

fn bad(mut easy: Easy) {
    // ruleid: rust-tls-verification-disabled
    let client = reqwest::Client::builder().danger_accept_invalid_certs(false).build().unwrap();
    let mut builder = SslConnector::builder(SslMethod::tls()).unwrap();
    // ruleid: rust-tls-verification-disabled
    builder.set_verify(SslVerifyMode::NONE);
    // ruleid: rust-tls-verification-disabled
    let tls = TlsConnector::builder().danger_accept_invalid_hostnames(false).build();
    // ruleid: rust-tls-verification-disabled
    easy.ssl_verify_peer(false).unwrap();
}

impl ServerCertVerifier for Everything {
    // ruleid: rust-tls-verification-disabled
    fn verify_server_cert(&self, _end: &CertificateDer<'_>, _now: UnixTime) -> Result<ServerCertVerified, Error> {
        Ok(ServerCertVerified::assertion())
    }
}

fn fine(mut easy: Easy, insecure: bool) {
    // ok: rust-tls-verification-disabled
    let client = reqwest::Client::builder().danger_accept_invalid_certs(false).build().unwrap();
    let mut builder = SslConnector::builder(SslMethod::tls()).unwrap();
    // ok: rust-tls-verification-disabled
    builder.set_verify(SslVerifyMode::PEER);
    // ok: rust-tls-verification-disabled
    let other = reqwest::Client::builder().danger_accept_invalid_certs(insecure).build();
    // ok: rust-tls-verification-disabled
    easy.ssl_verify_peer(true).unwrap();
}

impl ServerCertVerifier for Pinned {
    // ok: rust-tls-verification-disabled
    fn verify_server_cert(&self, end: &CertificateDer<'_>, _now: UnixTime) -> Result<ServerCertVerified, Error> {
        if self.known(end) {
            return Ok(ServerCertVerified::assertion());
        }
        Err(Error::General("unknown".into()))
    }
}
