class Sums
  def bad(text)
    # ruleid: ruby-weak-hash
    Digest::MD5.hexdigest(text)
    # ruleid: ruby-weak-hash
    Digest::SHA1.base64digest(text)
    # ruleid: ruby-weak-hash
    OpenSSL::Digest.new("SHA1")
    # ruleid: ruby-weak-hash
    OpenSSL::Digest::MD5.new
  end

  def good(text)
    # ok: ruby-weak-hash
    Digest::SHA256.hexdigest(text)
    # ok: ruby-weak-hash
    OpenSSL::Digest.new("SHA256")
    # ok: ruby-weak-hash
    OpenSSL::HMAC.hexdigest("SHA256", @key, text)
    # ok: ruby-weak-hash
    MyDigest.hexdigest(text)
  end
end
