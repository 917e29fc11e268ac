class SessionsController < ApplicationController
  def create
    # ruleid: rails-session-without-reset
    session[:user_id] = user.id
  end

  def start
    user = User.find_by(name: params[:name])
    # ruleid: rails-session-without-reset
    session["user_id"] = user.id if user
  end

  def other
    # ruleid: rails-session-without-reset
    session[:current_user_id] = user.id
    redirect_to root_path
  end

  def last
    # ruleid: rails-session-without-reset
    session[:user] = user.id
  end

  def good
    reset_session
    # ok: rails-session-without-reset
    session[:user_id] = user.id
  end

  def logout
    # ok: rails-session-without-reset
    session[:user_id] = nil
    # ok: rails-session-without-reset
    session.delete(:user_id)
    # ok: rails-session-without-reset
    session[:theme] = params[:theme]
  end
end
