class PagesController < ApplicationController
  # ruleid: rails-authentication-skipped
  skip_before_action :authenticate_user!
end

class FilesController < ApplicationController
  # ruleid: rails-authentication-skipped
  skip_before_action :require_login, raise: false
end

class AdminController < ApplicationController
  # ruleid: rails-authentication-skipped
  skip_before_action :authorize, except: [:index]
end

class ReportsController < ApplicationController
  # ruleid: rails-authentication-skipped
  skip_before_action :ensure_admin
end

class SafeController < ApplicationController
  # ok: rails-authentication-skipped
  skip_before_action :authenticate_user!, only: [:show]
  # ok: rails-authentication-skipped
  before_action :authenticate_user!
  # ok: rails-authentication-skipped
  skip_before_action :set_locale
  # ok: rails-authentication-skipped
  skip_before_action :load_cart
end
