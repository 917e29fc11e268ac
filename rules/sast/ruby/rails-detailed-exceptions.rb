Rails.application.configure do
  config.eager_load = true
  # ruleid: rails-detailed-exceptions
  config.consider_all_requests_local = true
end

class PagesController < ApplicationController
  # ruleid: rails-detailed-exceptions
  def show_detailed_exceptions?
    true
  end
end

class App < Sinatra::Base
  # ruleid: rails-detailed-exceptions
  set :show_exceptions, true
  # ruleid: rails-detailed-exceptions
  enable :show_exceptions
  # ok: rails-detailed-exceptions
  set :show_exceptions, false
  # ok: rails-detailed-exceptions
  enable :sessions
end

Rails.application.configure do
  config.eager_load = true
  # ok: rails-detailed-exceptions
  config.consider_all_requests_local = false
end

Rails.application.configure do
  config.cache_classes = false
  # ok: rails-detailed-exceptions
  config.consider_all_requests_local = true
end
