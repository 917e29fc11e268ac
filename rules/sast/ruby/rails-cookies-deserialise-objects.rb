# ruleid: rails-cookies-deserialise-objects
Rails.application.config.action_dispatch.cookies_serializer = :marshal

Rails.application.configure do
  # ruleid: rails-cookies-deserialise-objects
  config.action_dispatch.cookies_serializer = :hybrid
  # ruleid: rails-cookies-deserialise-objects
  config.active_record.use_yaml_unsafe_load = true
  # ok: rails-cookies-deserialise-objects
  config.action_dispatch.cookies_serializer = :json
  # ok: rails-cookies-deserialise-objects
  config.active_record.use_yaml_unsafe_load = false
end

# ruleid: rails-cookies-deserialise-objects
VERIFIER = ActiveSupport::MessageVerifier.new(key, serializer: Marshal)
# ok: rails-cookies-deserialise-objects
SAFE = ActiveSupport::MessageVerifier.new(key, serializer: JSON)
# ok: rails-cookies-deserialise-objects
PLAIN = ActiveSupport::MessageVerifier.new(key)
