class Signer
  def bad(key, text)
    # ruleid: ruby-weak-signature-hash
    key.sign(OpenSSL::Digest::SHA1.new, text)
    # ruleid: ruby-weak-signature-hash
    key.sign("MD5", text)
    # ruleid: ruby-weak-signature-hash
    key.verify("SHA1", signature, text)
    # ruleid: ruby-weak-signature-hash
    OpenSSL::HMAC.hexdigest("MD5", @secret, text)
  end

  def good(key, text)
    # ok: ruby-weak-signature-hash
    key.sign(OpenSSL::Digest::SHA256.new, text)
    # ok: ruby-weak-signature-hash
    key.sign("SHA256", text)
    # ok: ruby-weak-signature-hash
    OpenSSL::HMAC.hexdigest("SHA256", @secret, text)
    # ok: ruby-weak-signature-hash
    contract.sign(user, text)
  end
end
