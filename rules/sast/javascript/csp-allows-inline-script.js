app.use(
  helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        // ruleid: csp-allows-inline-script
        scriptSrc: ["'self'", "'unsafe-inline'"],
        // ok: csp-allows-inline-script
        styleSrc: ["'self'", "'unsafe-inline'"],
      },
    },
  })
);
const policy = {
  // ruleid: csp-allows-inline-script
  "script-src": ["'unsafe-eval'", "https://example.org"],
};
app.use((req, res, next) => {
  // ruleid: csp-allows-inline-script
  res.setHeader("Content-Security-Policy", "default-src 'self'; script-src 'self' 'unsafe-inline'");
  // ruleid: csp-allows-inline-script
  res.set("content-security-policy", "default-src * 'unsafe-eval'");
  // ok: csp-allows-inline-script
  res.setHeader("Content-Security-Policy", "default-src 'self'; style-src 'unsafe-inline'");
  // ok: csp-allows-inline-script
  res.setHeader("Content-Security-Policy", "script-src 'nonce-x' 'unsafe-inline'");
  // ok: csp-allows-inline-script
  res.setHeader("X-Note", "script-src 'unsafe-inline'");
  next();
});
const strict = {
  // ok: csp-allows-inline-script
  scriptSrc: ["'self'", "https://example.org"],
};
