fn bad(host: &str, builder: Builder) {
    // ruleid: rust-smtp-without-tls
    let first = SmtpTransport::builder_dangerous(host).build();
    // ruleid: rust-smtp-without-tls
    let second = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous("mail.example.com").port(25).build();
    // ruleid: rust-smtp-without-tls
    let third = builder.tls(Tls::None);
    // ruleid: rust-smtp-without-tls
    let fourth = lettre::SmtpTransport::builder_dangerous(host).credentials(c).build();
}

fn fine(host: &str, parameters: TlsParameters) {
    // ok: rust-smtp-without-tls
    let first = SmtpTransport::relay(host).unwrap().build();
    // ok: rust-smtp-without-tls
    let second = SmtpTransport::starttls_relay(host).unwrap().build();
    // ok: rust-smtp-without-tls
    let third = SmtpTransport::builder_dangerous("localhost").build();
    // ok: rust-smtp-without-tls
    let fourth = SmtpTransport::builder_dangerous(host).tls(Tls::Required(parameters)).build();
}
