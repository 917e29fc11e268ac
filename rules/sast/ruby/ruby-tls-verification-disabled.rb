class Client
  def bad(uri)
    http = Net::HTTP.new(uri.host, uri.port)
    # ruleid: ruby-tls-verification-disabled
    http.verify_mode = OpenSSL::SSL::VERIFY_NONE
    # ruleid: ruby-tls-verification-disabled
    Net::HTTP.start(uri.host, uri.port, use_ssl: true, verify_mode: OpenSSL::SSL::VERIFY_NONE) { |h| h.get("/") }
    # ruleid: ruby-tls-verification-disabled
    connection = Faraday.new(url: BASE, ssl: { verify: false })
    # ruleid: ruby-tls-verification-disabled
    RestClient::Request.execute(method: :get, url: BASE, verify_ssl: false)
    # ruleid: ruby-tls-verification-disabled
    HTTParty.get(BASE, verify: false)
    # ruleid: ruby-tls-verification-disabled
    URI.open(BASE, ssl_verify_mode: OpenSSL::SSL::VERIFY_NONE)
  end

  def good(uri)
    http = Net::HTTP.new(uri.host, uri.port)
    # ok: ruby-tls-verification-disabled
    http.verify_mode = OpenSSL::SSL::VERIFY_PEER
    # ok: ruby-tls-verification-disabled
    connection = Faraday.new(url: BASE, ssl: { ca_file: "/etc/ssl/ca.pem" })
    # ok: ruby-tls-verification-disabled
    HTTParty.get(BASE, verify: true)
    # ok: ruby-tls-verification-disabled
    user.save(validate: false)
  end
end
