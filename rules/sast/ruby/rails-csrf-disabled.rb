class OrdersController < ApplicationController
  # ruleid: rails-csrf-disabled
  skip_before_action :verify_authenticity_token
end

class NotesController < ApplicationController
  # ruleid: rails-csrf-disabled
  skip_forgery_protection
end

class ItemsController < ApplicationController
  # ruleid: rails-csrf-disabled
  skip_before_action :verify_authenticity_token, raise: false
  # ruleid: rails-csrf-disabled
  self.allow_forgery_protection = false
end

class HooksController < ApplicationController
  # ok: rails-csrf-disabled
  skip_before_action :verify_authenticity_token, only: [:stripe]
  # ok: rails-csrf-disabled
  protect_from_forgery with: :exception
  # ok: rails-csrf-disabled
  skip_before_action :set_locale
end

class TokensController < ActionController::API
  # ok: rails-csrf-disabled
  skip_before_action :verify_authenticity_token
end
