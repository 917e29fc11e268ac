class PagesController < ApplicationController
  def show
    # ruleid: rails-dynamic-render-path
    render params[:page]
    # ruleid: rails-dynamic-render-path
    render template: "pages/#{params[:page]}"
    # ruleid: rails-dynamic-render-path
    render partial: params[:part], locals: { a: 1 }
    name = params[:name]
    # ruleid: rails-dynamic-render-path
    render "themes/#{name}"
  end

  def safe
    # ok: rails-dynamic-render-path
    render :show
    # ok: rails-dynamic-render-path
    render json: params[:page]
    # ok: rails-dynamic-render-path
    render plain: params[:page]
    page = params[:page]
    return head(:not_found) unless %w[about terms].include?(page)

    # ok: rails-dynamic-render-path
    render template: "pages/#{page}"
  end

  def component_object
    # ok: rails-dynamic-render-path
    render component("users/edit").new(user: params[:user])
    # ok: rails-dynamic-render-path
    render component("users/row").with_collection(params[:users], order: 1)
  end
end
