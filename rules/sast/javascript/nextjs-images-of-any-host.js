const a = {
  // ruleid: nextjs-images-of-any-host
  images: {
    remotePatterns: [{ protocol: "https", hostname: "**" }],
  },
};
const b = {
  // ruleid: nextjs-images-of-any-host
  images: { domains: ["a.example.org"], remotePatterns: [{ hostname: "*" }] },
};
const c = {
  // ruleid: nextjs-images-of-any-host
  images: { dangerouslyAllowSVG: true },
};
const d = {
  // ruleid: nextjs-images-of-any-host
  images: {
    remotePatterns: [
      { protocol: "https", hostname: "a.example.org" },
      { protocol: "http", hostname: "**", port: "" },
    ],
  },
};
const e = {
  // ok: nextjs-images-of-any-host
  images: { remotePatterns: [{ protocol: "https", hostname: "**.example.org" }] },
};
const f = {
  // ok: nextjs-images-of-any-host
  images: { dangerouslyAllowSVG: false, domains: ["example.org"] },
};
const g = {
  // ok: nextjs-images-of-any-host
  images: { unoptimized: true },
};
// ok: nextjs-images-of-any-host
const h = { dangerouslyAllowSVG: true };
