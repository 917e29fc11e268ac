class Box
  SECRET = "an example of a key"

  def bad(claims, token, text)
    # ruleid: ruby-hardcoded-encryption-key
    JWT.encode(claims, "an example of a key", "HS256")
    # todoruleid: ruby-hardcoded-encryption-key
    JWT.decode(token, SECRET, true, algorithm: "HS256")
    # ruleid: ruby-hardcoded-encryption-key
    OpenSSL::HMAC.hexdigest("SHA256", "an example of a key", text)
    cipher = OpenSSL::Cipher.new("aes-256-gcm")
    # ruleid: ruby-hardcoded-encryption-key
    cipher.key = "an example of a key of 32 letters"
  end

  def good(claims, token, text)
    # ok: ruby-hardcoded-encryption-key
    JWT.encode(claims, ENV["JWT_KEY"], "HS256")
    # ok: ruby-hardcoded-encryption-key
    JWT.decode(token, Rails.application.secret_key_base, true, algorithm: "HS256")
    # ok: ruby-hardcoded-encryption-key
    OpenSSL::HMAC.hexdigest("SHA256", @key, "a text")
    cipher = OpenSSL::Cipher.new("aes-256-gcm")
    # ok: ruby-hardcoded-encryption-key
    cipher.key = cipher.random_key
  end
end
