class UsersController < ApplicationController
  def update
    # ruleid: rails-mass-assignment
    @user.update(params.require(:user).permit!)
    # ruleid: rails-mass-assignment
    @user.update(params[:user].permit!)
    # ruleid: rails-mass-assignment
    User.create(params[:user].to_unsafe_h)
    # ruleid: rails-mass-assignment
    attributes = params.permit!
    # ok: rails-mass-assignment
    @user.update(params.require(:user).permit(:name, :email))
    # ok: rails-mass-assignment
    @user.update(name: params[:name])
    # ok: rails-mass-assignment
    @user.permit!
    # ok: rails-mass-assignment
    log(params.to_unsafe_h)
  end

  def copy
    params = Parameters.new(name: "a")
    # ok: rails-mass-assignment
    params.permit!
  end
end

Rails.application.configure do
  # ruleid: rails-mass-assignment
  config.action_controller.permit_all_parameters = true
  # ok: rails-mass-assignment
  config.action_controller.permit_all_parameters = false
end
