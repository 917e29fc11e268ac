Rails.application.configure do
  # ruleid: rails-hardcoded-secret-key
  config.secret_key_base = "an example of a key"
  # ok: rails-hardcoded-secret-key
  config.secret_key_base = ENV["SECRET_KEY_BASE"]
  # ok: rails-hardcoded-secret-key
  config.hosts << "www.example.com"
end

# ruleid: rails-hardcoded-secret-key
Shop::Application.config.secret_token = "an example of a key"

class App < Sinatra::Base
  # ruleid: rails-hardcoded-secret-key
  set :session_secret, "an example of a key"
  # ok: rails-hardcoded-secret-key
  set :session_secret, ENV.fetch("SESSION_SECRET")
  # ok: rails-hardcoded-secret-key
  set :port, "4567"
end

# ruleid: rails-hardcoded-secret-key
use Rack::Session::Cookie, key: "rack.session", secret: "an example of a key"
# ok: rails-hardcoded-secret-key
use Rack::Session::Cookie, key: "rack.session", secret: File.read("/run/secrets/session")
