class Client
  def bad(http)
    # ruleid: ruby-insecure-tls-version
    http.ssl_version = :SSLv3
    # ruleid: ruby-insecure-tls-version
    http.ssl_version = :TLSv1
    context = OpenSSL::SSL::SSLContext.new
    # ruleid: ruby-insecure-tls-version
    context.min_version = OpenSSL::SSL::TLS1_VERSION
    # ruleid: ruby-insecure-tls-version
    Net::HTTP.start(host, 443, use_ssl: true, ssl_version: :TLSv1_1)
  end

  def good(http)
    # ok: ruby-insecure-tls-version
    http.ssl_version = :TLSv1_2
    # ok: ruby-insecure-tls-version
    http.min_version = OpenSSL::SSL::TLS1_2_VERSION
    # ok: ruby-insecure-tls-version
    context = OpenSSL::SSL::SSLContext.new
    # ok: ruby-insecure-tls-version
    Net::HTTP.start(host, 443, use_ssl: true, min_version: :TLS1_3)
  end
end
