class Box
  IV = "sixteen letters!"

  def bad(text)
    cipher = OpenSSL::Cipher.new("aes-256-cbc").encrypt
    # ruleid: ruby-static-iv
    cipher.iv = "sixteen letters!"
    # ruleid: ruby-static-iv
    cipher.iv = "\0" * 16
    # todoruleid: ruby-static-iv
    cipher.iv = IV
    # ruleid: ruby-static-iv
    cipher.iv = Base64.decode64("AAAA")
  end

  def good(text, stored)
    cipher = OpenSSL::Cipher.new("aes-256-cbc").encrypt
    # ok: ruby-static-iv
    iv = cipher.random_iv
    # ok: ruby-static-iv
    cipher.iv = SecureRandom.random_bytes(16)
    # ok: ruby-static-iv
    cipher.iv = stored
    # ok: ruby-static-iv
    cipher.iv = iv
  end
end
