Rails.application.configure do
  # ruleid: rails-force-ssl-disabled
  config.force_ssl = false
  # ruleid: rails-force-ssl-disabled
  config.ssl_options = { hsts: false }
  # ruleid: rails-force-ssl-disabled
  config.ssl_options = { redirect: { port: 443 }, secure_cookies: false }
  # ok: rails-force-ssl-disabled
  config.force_ssl = true
  # ok: rails-force-ssl-disabled
  config.ssl_options = { hsts: { subdomains: true } }
  # ok: rails-force-ssl-disabled
  config.assume_ssl = true
end

class App < Rails::Application
  # ruleid: rails-force-ssl-disabled
  config.force_ssl = false
  # ok: rails-force-ssl-disabled
  config.eager_load = false
end
