fn bad(builder: &mut SslConnectorBuilder) {
    // ruleid: rust-insecure-tls-version
    let client = reqwest::Client::builder().min_tls_version(reqwest::tls::Version::TLS_1_0).build();
    // ruleid: rust-insecure-tls-version
    let tls = TlsConnector::builder().min_protocol_version(Some(Protocol::Tlsv10)).build();
    // ruleid: rust-insecure-tls-version
    builder.set_min_proto_version(Some(SslVersion::TLS1_1)).unwrap();
    // ruleid: rust-insecure-tls-version
    let old = TlsConnector::builder().max_protocol_version(Some(native_tls::Protocol::Tlsv11)).build();
}

fn fine(builder: &mut SslConnectorBuilder) {
    // ok: rust-insecure-tls-version
    let client = reqwest::Client::builder().min_tls_version(reqwest::tls::Version::TLS_1_2).build();
    // ok: rust-insecure-tls-version
    let tls = TlsConnector::builder().min_protocol_version(Some(Protocol::Tlsv12)).build();
    // ok: rust-insecure-tls-version
    builder.set_min_proto_version(Some(SslVersion::TLS1_3)).unwrap();
    // ok: rust-insecure-tls-version
    builder.set_min_proto_version(None).unwrap();
}
