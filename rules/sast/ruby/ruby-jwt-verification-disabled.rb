class Tokens
  def bad(token, claims)
    # ruleid: ruby-jwt-verification-disabled
    JWT.decode(token, nil, false)
    # ruleid: ruby-jwt-verification-disabled
    JWT.decode token, key, false
    # ruleid: ruby-jwt-verification-disabled
    JWT.decode(token, nil, true, algorithm: "none")
    # ruleid: ruby-jwt-verification-disabled
    JWT.encode(claims, nil, "none")
  end

  def good(token, claims)
    # ok: ruby-jwt-verification-disabled
    JWT.decode(token, key, true, algorithm: "HS256")
    # ok: ruby-jwt-verification-disabled
    JWT.decode(token, key, true, { algorithm: "RS256" })
    # ok: ruby-jwt-verification-disabled
    JWT.encode(claims, key, "HS256")
    # ok: ruby-jwt-verification-disabled
    Base64.decode(token, nil, false)
  end
end
