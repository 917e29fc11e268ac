const jwt = require("jsonwebtoken");
function check(token, key) {
  // ruleid: node-jwt-expiration-ignored
  jwt.verify(token, key, { algorithms: ["RS256"], ignoreExpiration: true });
  // ruleid: node-jwt-expiration-ignored
  jwt.verify(token, key, { ignoreExpiration: true }, (error, claims) => done(error, claims));
  // ok: node-jwt-expiration-ignored
  jwt.verify(token, key, { algorithms: ["RS256"] });
  // ok: node-jwt-expiration-ignored
  jwt.verify(token, key, { ignoreExpiration: false });
}
class JwtStrategy extends PassportStrategy(Strategy) {
  constructor(config) {
    // ruleid: node-jwt-expiration-ignored
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      ignoreExpiration: true,
      secretOrKey: config.key,
    });
  }
}
class Safe extends PassportStrategy(Strategy) {
  constructor(config) {
    // ok: node-jwt-expiration-ignored
    super({ ignoreExpiration: false, secretOrKey: config.key });
  }
}
// ruleid: node-jwt-expiration-ignored
passport.use(new JwtStrategy({ secretOrKey: key, ignoreExpiration: true }, verify));
// ok: node-jwt-expiration-ignored
const options = { maxAge: "1h" };
