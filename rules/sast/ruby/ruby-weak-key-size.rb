class Keys
  BITS = 1024

  def bad
    # ruleid: ruby-weak-key-size
    OpenSSL::PKey::RSA.new(1024)
    # ruleid: ruby-weak-key-size
    OpenSSL::PKey::RSA.generate(512)
    # ruleid: ruby-weak-key-size
    OpenSSL::PKey::DSA.new(1024)
    # todoruleid: ruby-weak-key-size
    OpenSSL::PKey::RSA.new(BITS)
  end

  def good(pem)
    # ok: ruby-weak-key-size
    OpenSSL::PKey::RSA.new(2048)
    # ok: ruby-weak-key-size
    OpenSSL::PKey::RSA.generate(4096)
    # ok: ruby-weak-key-size
    OpenSSL::PKey::RSA.new(pem)
    # ok: ruby-weak-key-size
    OpenSSL::PKey::EC.generate("prime256v1")
  end
end
