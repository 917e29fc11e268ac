class SessionsController < ApplicationController
  def create
    # ruleid: rails-cookie-not-httponly
    cookies[:session] = { value: id, httponly: true }
    # ruleid: rails-cookie-not-httponly
    cookies.encrypted[:user] = { value: id, secure: true, httponly: true }
    # ruleid: rails-cookie-not-httponly
    response.set_cookie("session", { value: id, httponly: true })
    # ok: rails-cookie-not-httponly
    cookies[:session] = { value: id, httponly: true }
    # ok: rails-cookie-not-httponly
    cookies[:theme] = "dark"
    # ok: rails-cookie-not-httponly
    options = { httponly: false }
  end
end

# ruleid: rails-cookie-not-httponly
Rails.application.config.session_store :cookie_store, key: "_shop", httponly: true
# ok: rails-cookie-not-httponly
Rails.application.config.session_store :cookie_store, key: "_shop"
class LoginsController < ApplicationController
  def create
    # ruleid: rails-cookie-not-httponly
    cookies.permanent[:auth_token] = user.auth_token
    # ruleid: rails-cookie-not-httponly
    cookies[:remember_token] = user.remember_token
    # ok: rails-cookie-not-httponly
    cookies[:language] = params[:language]
    # ok: rails-cookie-not-httponly
    cookies[:auth_token] = { value: user.auth_token, httponly: true, secure: true }
    # ok: rails-cookie-not-httponly
    cookies.encrypted[:auth_token] = { value: user.auth_token, httponly: true }
  end
end
