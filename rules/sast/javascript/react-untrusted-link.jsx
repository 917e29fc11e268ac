import { useSearchParams } from "react-router-dom";

export function Back() {
  const [searchParams] = useSearchParams();
  const next = searchParams.get("next");
  // ruleid: react-untrusted-link
  return <a href={next}>Back</a>;
}

export function Frame() {
  const url = new URLSearchParams(window.location.search).get("url");
  // ruleid: react-untrusted-link
  return <iframe title="x" src={url} />;
}

export function FromHash() {
  // ruleid: react-untrusted-link
  return <a className="b" href={window.location.hash.slice(1)}>Go on</a>;
}

export function Post() {
  const router = useRouter();
  const { target } = router.query;
  // ruleid: react-untrusted-link
  return <form method="post" action={target}></form>;
}

export function Checked() {
  const [searchParams] = useSearchParams();
  const next = searchParams.get("next");
  if (!next.startsWith("/")) {
    return null;
  }
  // ok: react-untrusted-link
  return <a href={next}>Back</a>;
}

export function Encoded() {
  const [searchParams] = useSearchParams();
  // ok: react-untrusted-link
  return <a href={"/login?next=" + encodeURIComponent(searchParams.get("next"))}>Login</a>;
}

export function Fixed({ id }) {
  // ok: react-untrusted-link
  return <a href={`/items/${id}`}>Item</a>;
}

export function Text() {
  const [searchParams] = useSearchParams();
  // ok: react-untrusted-link
  return <p title={searchParams.get("q")}>{searchParams.get("q")}</p>;
}

export function Cleaned() {
  const [searchParams] = useSearchParams();
  // ok: react-untrusted-link
  return <a href={sanitizeUrl(searchParams.get("next"))}>Back</a>;
}
