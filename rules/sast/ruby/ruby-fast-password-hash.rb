class User
  def check(password)
    # ruleid: ruby-fast-password-hash
    hash == Digest::MD5.hexdigest(password)
  end

  def store
    # ruleid: ruby-fast-password-hash
    self.hash = Digest::SHA256.hexdigest(salt + @password)
    # ruleid: ruby-fast-password-hash
    self.hash = Digest::SHA1.hexdigest("#{salt}#{params[:password]}")
    # ruleid: ruby-fast-password-hash
    self.hash = OpenSSL::Digest::SHA256.digest(user_password)
    # ok: ruby-fast-password-hash
    self.hash = BCrypt::Password.create(password)
    # ok: ruby-fast-password-hash
    self.etag = Digest::MD5.hexdigest(body)
    # ok: ruby-fast-password-hash
    self.key = Digest::SHA256.hexdigest(url)
    # ok: ruby-fast-password-hash
    self.cache = Digest::SHA256.hexdigest("passengers")
  end
end
