//! The only code of firedoor that opens a network connection, and only for `firedoor db update` and `--online`.
//!
//! [`bucket`] fetches the public archives of advisories, [`service`] asks the OSV service and the crates.io index about
//! packages. What does not come is an error of the run, never an empty answer.

mod bucket;
mod service;
#[cfg(test)]
mod tests;

use std::io::Read as _;
use std::time::Duration;

pub(crate) use bucket::{ECOSYSTEMS, collapsed, forget, update};
pub(crate) use service::{Services, online};

/// Tries for each request.
const TRIES: u32 = 4;
/// Pause before the second try; it doubles from try to try.
const PAUSE: Duration = Duration::from_secs(1);
/// Most redirects that one request follows.
const MAX_REDIRECTS: usize = 5;
/// A server that asks for a longer pause (`Retry-After`) is not waited for.
const MAX_PAUSE: Duration = Duration::from_secs(30);

/// Why a try failed.
struct Trouble {
    /// Whether another one makes sense.
    again: bool,
    why: String,
    /// The pause that the server asks for.
    pause: Option<Duration>,
}

impl Trouble {
    fn now(why: impl Into<String>) -> Self {
        Self { again: false, why: why.into(), pause: None }
    }

    fn passing(why: impl Into<String>) -> Self {
        Self { again: true, why: why.into(), pause: None }
    }

    /// What an answer that is none of the wanted ones means (RFC 9110, section 15).
    fn status(response: &ureq::http::Response<ureq::Body>) -> Self {
        let code = response.status().as_u16();
        let again = matches!(code, 408 | 425 | 429 | 500..=599);
        let seconds = response.headers().get("retry-after").and_then(|v| v.to_str().ok()).and_then(|t| t.parse().ok());
        Self { again, why: format!("the server answered {code}"), pause: seconds.map(Duration::from_secs) }
    }
}

/// Connections, and how long to wait between tries.
#[derive(Clone)]
struct Client {
    agent: ureq::Agent,
    pause: Duration,
}

impl Client {
    fn new() -> Self {
        let agent = ureq::Agent::config_builder()
            .timeout_connect(Some(Duration::from_secs(20)))
            .timeout_recv_response(Some(Duration::from_secs(60)))
            .http_status_as_error(false)
            // Followed by hand: only to the host that was asked.
            .max_redirects(0)
            .user_agent(concat!("firedoor/", env!("CARGO_PKG_VERSION")))
            .build()
            .into();
        Self { agent, pause: PAUSE }
    }

    /// Sends what `request` sends to an address, and follows redirects, but only on the same host and never from https to
    /// http: an answer must not be able to have other machines asked, of which only this one may be able to reach some.
    fn send(
        &self,
        url: &str,
        request: impl Fn(&ureq::Agent, &str) -> Result<ureq::http::Response<ureq::Body>, ureq::Error>,
    ) -> Result<ureq::http::Response<ureq::Body>, Trouble> {
        let mut at = url.to_owned();
        for _ in 0..=MAX_REDIRECTS {
            let response = request(&self.agent, &at).map_err(|e| Trouble::passing(e.to_string()))?;
            if !matches!(response.status().as_u16(), 301 | 302 | 303 | 307 | 308) {
                return Ok(response);
            }
            let to = response.headers().get("location").and_then(|v| v.to_str().ok()).unwrap_or_default();
            at = redirected(&at, to).ok_or_else(|| {
                Trouble::now(format!(
                    "the server redirects to `{}`, which is not followed: only addresses on the same host are",
                    crate::hush::address(to).escape_debug()
                ))
            })?;
        }
        Err(Trouble::now(format!("it redirects more than {MAX_REDIRECTS} times")))
    }

    /// Tries until it works, another try makes no sense, or there were enough.
    fn persist<T>(&self, mut one: impl FnMut() -> Result<T, Trouble>) -> Result<T, String> {
        let mut pause = self.pause;
        for attempt in 1.. {
            let trouble = match one() {
                Ok(value) => return Ok(value),
                Err(trouble) => trouble,
            };
            let asked = trouble.pause.unwrap_or_default();
            if !trouble.again || attempt >= TRIES || asked > MAX_PAUSE {
                return Err(trouble.why);
            }
            std::thread::sleep(pause.max(asked));
            pause *= 2;
        }
        unreachable!("the loop ends by returning")
    }

    /// The whole body of an answer; `None` for 404.
    fn text(&self, url: &str, body: Option<&str>, limit: u64) -> Result<Option<Vec<u8>>, String> {
        self.persist(|| {
            let mut response = self.send(url, |agent, url| match body {
                Some(body) => agent.post(url).header("content-type", "application/json").send(body),
                None => agent.get(url).call(),
            })?;
            match response.status().as_u16() {
                200 => {}
                404 => return Ok(None),
                _ => return Err(Trouble::status(&response)),
            }
            let mut bytes = Vec::new();
            let reader = response.body_mut().as_reader();
            reader.take(limit + 1).read_to_end(&mut bytes).map_err(|e| Trouble::passing(e.to_string()))?;
            if bytes.len() as u64 > limit {
                return Err(Trouble::now(format!("the answer has more than {limit} bytes")));
            }
            Ok(Some(bytes))
        })
    }
}

/// Where a redirect leads; `None` where it leads to another host or port, or away from https.
fn redirected(from: &str, to: &str) -> Option<String> {
    fn parts(url: &str) -> Option<(&str, &str)> {
        let (scheme, rest) = url.split_once("://")?;
        Some((scheme, rest.split(['/', '?', '#', '\\']).next().unwrap_or_default()))
    }
    let (scheme, authority) = parts(from)?;
    if to.is_empty() || to.contains(|c: char| c.is_control() || c == '\\') {
        return None;
    }
    if to.starts_with('/') && !to.starts_with("//") {
        return Some(format!("{scheme}://{authority}{to}"));
    }
    let whole = if to.starts_with("//") { format!("{scheme}:{to}") } else { to.to_owned() };
    let (new_scheme, new_authority) = parts(&whole)?;
    let host = |authority: &str| authority.rsplit('@').next().unwrap_or_default().to_ascii_lowercase();
    let same_scheme = new_scheme.eq_ignore_ascii_case(scheme);
    let safer = scheme.eq_ignore_ascii_case("http") && new_scheme.eq_ignore_ascii_case("https");
    (host(authority) == host(new_authority) && (same_scheme || safer)).then_some(whole)
}
