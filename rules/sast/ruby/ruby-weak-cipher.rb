class Box
  def bad
    # ruleid: ruby-weak-cipher
    OpenSSL::Cipher.new("aes-128-ecb")
    # ruleid: ruby-weak-cipher
    OpenSSL::Cipher.new("DES-EDE3-CBC")
    # ruleid: ruby-weak-cipher
    OpenSSL::Cipher::AES.new(256, :ECB)
    name = "rc4"
    # ruleid: ruby-weak-cipher
    OpenSSL::Cipher.new(name)
  end

  def good
    # ok: ruby-weak-cipher
    OpenSSL::Cipher.new("aes-256-gcm")
    # ok: ruby-weak-cipher
    OpenSSL::Cipher.new("AES-256-CBC")
    # ok: ruby-weak-cipher
    OpenSSL::Cipher::AES.new(256, :GCM)
    # ok: ruby-weak-cipher
    OpenSSL::Cipher.new("chacha20-poly1305")
  end
end
