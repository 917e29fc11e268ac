class FirstController < ActionController::Base
  # ruleid: rails-csrf-null-session
  protect_from_forgery with: :null_session
end

class SecondController < ActionController::Base
  # ruleid: rails-csrf-null-session
  protect_from_forgery with: :null_session, only: :create
end

class ThirdController < ActionController::Base
  # ruleid: rails-csrf-null-session
  protect_from_forgery with: :reset_session
end

class FourthController < ActionController::Base
  # ruleid: rails-csrf-null-session
  protect_from_forgery(with: :null_session)
  # ok: rails-csrf-null-session
  protect_from_forgery with: :exception
  # ok: rails-csrf-null-session
  protect_from_forgery with: :exception, prepend: true
  # ok: rails-csrf-null-session
  before_action :authenticate_user!
  # ok: rails-csrf-null-session
  skip_before_action :load
end
