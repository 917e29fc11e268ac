class AdminController < ApplicationController
  # ruleid: rails-hardcoded-basic-auth
  http_basic_authenticate_with name: "admin", password: "an example", only: :index
  # ok: rails-hardcoded-basic-auth
  http_basic_authenticate_with name: "admin", password: ENV["ADMIN_PASSWORD"]

  def check
    authenticate_or_request_with_http_basic do |name, word|
      # ruleid: rails-hardcoded-basic-auth
      name == "admin" && word == "an example"
    end
    # ruleid: rails-hardcoded-basic-auth
    request.basic_auth("reader", "an example")
    # ok: rails-hardcoded-basic-auth
    request.basic_auth("reader", settings.word)
    # ok: rails-hardcoded-basic-auth
    kind == "an example"
    authenticate_or_request_with_http_basic do |name, word|
      # ok: rails-hardcoded-basic-auth
      secure_compare(word, ENV["ADMIN_PASSWORD"])
    end
  end
end

use Rack::Auth::Basic do |name, word|
  # ruleid: rails-hardcoded-basic-auth
  word == "an example"
end
