class Codes
  def bad
    # ruleid: ruby-insecure-random
    token = rand(10**10).to_s
    # ruleid: ruby-insecure-random
    @reset_code = Random.rand(100_000..999_999)
    # ruleid: ruby-insecure-random
    user.api_key = Digest::SHA256.hexdigest(rand.to_s + Time.now.to_s)
  end

  def generate_password(length)
    letters = [*"a".."z"]
    # ruleid: ruby-insecure-random
    Array.new(length) { letters.sample }.join
  end

  def good
    # ok: ruby-insecure-random
    token = SecureRandom.hex(16)
    # ok: ruby-insecure-random
    password = letters.shuffle(random: SecureRandom).first(12).join
    # ok: ruby-insecure-random
    color = rand(256)
    # ok: ruby-insecure-random
    delay = Random.rand(1.0)
    # ok: ruby-insecure-random
    winner = names.sample
  end
end
