class LoginController < ApplicationController
  def create
    # ruleid: ruby-log-injection
    Rails.logger.warn("Login failed for #{params[:user]}")
    # ruleid: ruby-log-injection
    logger.info("agent " + request.user_agent)
    # ruleid: ruby-log-injection
    logger.error(params[:error])
    # ok: ruby-log-injection
    logger.warn("Login failed for #{params[:user].inspect}")
    # ok: ruby-log-injection
    logger.warn("Login failed for #{params[:id].to_i}")
    # ok: ruby-log-injection
    logger.warn("Login failed")
    # ok: ruby-log-injection
    logger.warn(params[:user].gsub(/\s/, " "))
    note(params[:note])
  end

  private

  def note(text)
    # ruleid: ruby-log-injection
    logger.info("note: #{text}")
  end
end
