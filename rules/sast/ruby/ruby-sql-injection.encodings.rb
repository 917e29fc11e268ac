class NamesController < ApplicationController
  def index
    text = Base64.strict_encode64(params[:name])
    # ok: ruby-sql-injection
    @items = Item.where("name = '#{text}'")
    # ruleid: ruby-sql-injection
    @items = Item.where("name = '#{Base64.decode64(text)}'")
    # ruleid: ruby-sql-injection
    @items = Item.where("name = '#{Base64.urlsafe_decode64(params[:packed])}'")
  end
end
