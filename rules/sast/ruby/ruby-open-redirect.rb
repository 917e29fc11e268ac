class SessionsController < ApplicationController
  def create
    # ruleid: ruby-open-redirect
    redirect_to params[:return_to]
    # ruleid: ruby-open-redirect
    redirect_to(params[:next] || root_path, notice: "hello")
    # ruleid: ruby-open-redirect
    redirect_to "https://#{params[:host]}/start"
    target = cookies[:target]
    # ruleid: ruby-open-redirect
    redirect_to target, allow_other_host: true
    away(params[:url])
  end

  def safe
    # ok: ruby-open-redirect
    redirect_to item_path(params[:id])
    # ok: ruby-open-redirect
    redirect_to "/items/#{params[:id]}"
    # ok: ruby-open-redirect
    redirect_to action: :show, id: params[:id]
    # ok: ruby-open-redirect
    redirect_to url_from(params[:return_to]) || root_path
    # ok: ruby-open-redirect
    redirect_to Item.find(params[:id])
    # ok: ruby-open-redirect
    redirect_to "https://www.example.com/search?q=#{params[:q]}", allow_other_host: true
  end

  private

  def away(address)
    # ruleid: ruby-open-redirect
    redirect_to address
  end
end


class OrdersController < ApplicationController
  def confirm
    order = Order.build(params[:order])
    # ok: ruby-open-redirect
    redirect_to spree.edit_admin_order_path(order)
    # ok: ruby-open-redirect
    redirect_to main_app.order_url(params[:id])
    # ruleid: ruby-open-redirect
    redirect_to params[:back]
  end
end
