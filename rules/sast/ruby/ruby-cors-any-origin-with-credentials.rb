class ApiController < ApplicationController
  def bad
    # ruleid: ruby-cors-any-origin-with-credentials
    headers["Access-Control-Allow-Origin"] = request.headers["Origin"]
    # ruleid: ruby-cors-any-origin-with-credentials
    response.headers["Access-Control-Allow-Origin"] = request.origin
    # ruleid: ruby-cors-any-origin-with-credentials
    response.headers["Access-Control-Allow-Origin"] = request.env["HTTP_ORIGIN"]
  end

  def good
    # ok: ruby-cors-any-origin-with-credentials
    headers["Access-Control-Allow-Origin"] = "https://www.example.com"
    # ok: ruby-cors-any-origin-with-credentials
    headers["Access-Control-Allow-Origin"] = "*"
    # ok: ruby-cors-any-origin-with-credentials
    headers["X-Origin"] = request.headers["Origin"]
  end
end

Rails.application.config.middleware.insert_before 0, Rack::Cors do
  allow do
    origins(/.*/)
    # ruleid: ruby-cors-any-origin-with-credentials
    resource "*", headers: :any, credentials: true
  end
  allow do
    origins "https://www.example.com"
    # ok: ruby-cors-any-origin-with-credentials
    resource "*", headers: :any, credentials: true
  end
end
