class SessionsController < ApplicationController
  def create
    # ruleid: rails-cookie-not-secure
    cookies[:session] = { value: id, secure: false, httponly: true }
    # ruleid: rails-cookie-not-secure
    cookies.signed[:user] = { value: id, secure: false }
    # ruleid: rails-cookie-not-secure
    response.set_cookie("session", { value: id, secure: false })
    # ok: rails-cookie-not-secure
    cookies[:session] = { value: id, secure: true, httponly: true }
    # ok: rails-cookie-not-secure
    cookies[:session] = { value: id, secure: Rails.env.production? }
    # ok: rails-cookie-not-secure
    connect(host, secure: false)
  end
end

# ruleid: rails-cookie-not-secure
Rails.application.config.session_store :cookie_store, key: "_shop", secure: false
# ok: rails-cookie-not-secure
Rails.application.config.session_store :cookie_store, key: "_shop", secure: true
