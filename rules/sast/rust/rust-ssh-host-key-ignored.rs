impl client::Handler for First {
    // ruleid: rust-ssh-host-key-ignored
    async fn check_server_key(&mut self, _key: &PublicKey) -> Result<bool, Error> {
        Ok(true)
    }
}

impl client::Handler for Second {
    // ruleid: rust-ssh-host-key-ignored
    fn check_server_key(&mut self, _key: &PublicKey) -> Self::FutureBool {
        async { Ok(true) }
    }
}

async fn third(method: AuthMethod) {
    // ruleid: rust-ssh-host-key-ignored
    let client = Client::connect(("host", 22), "user", method, ServerCheckMethod::NoCheck).await;
    // ruleid: rust-ssh-host-key-ignored
    let check = async_ssh2_tokio::ServerCheckMethod::NoCheck;
}

impl client::Handler for Fine {
    // ok: rust-ssh-host-key-ignored
    async fn check_server_key(&mut self, key: &PublicKey) -> Result<bool, Error> {
        Ok(self.known.contains(key))
    }
}

impl client::Handler for Other {
    // ok: rust-ssh-host-key-ignored
    async fn check_server_key(&mut self, key: &PublicKey) -> Result<bool, Error> {
        if check_known_hosts(&self.host, 22, key)? {
            return Ok(true);
        }
        Ok(false)
    }
}

async fn fine(method: AuthMethod) {
    // ok: rust-ssh-host-key-ignored
    let client = Client::connect(("host", 22), "user", method, ServerCheckMethod::DefaultKnownHostsFile).await;
    // ok: rust-ssh-host-key-ignored
    let other = is_ready(true);
}
