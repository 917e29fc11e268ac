class SessionsController < ApplicationController
  def create
    # ruleid: rails-cookie-samesite-none
    cookies[:id] = { value: token, secure: true, same_site: :none }
    # ok: rails-cookie-samesite-none
    cookies[:id] = { value: token, secure: true, same_site: :lax }
    # ruleid: rails-cookie-samesite-none
    cookies.signed[:user] = { value: user.id, secure: true, same_site: :none }
    # ok: rails-cookie-samesite-none
    cookies.signed[:user] = { value: user.id, secure: true, same_site: :strict }
    # ok: rails-cookie-samesite-none
    cookies[:theme] = { value: "none", secure: true }
  end
end

# ruleid: rails-cookie-samesite-none
Rails.application.config.session_store(:cookie_store, key: "_shop", same_site: :none)
# ok: rails-cookie-samesite-none
Rails.application.config.session_store(:cookie_store, key: "_shop", same_site: :lax)
# ruleid: rails-cookie-samesite-none
Rails.application.config.action_dispatch.cookies_same_site_protection = :none
# ok: rails-cookie-samesite-none
Rails.application.config.action_dispatch.cookies_same_site_protection = :lax
