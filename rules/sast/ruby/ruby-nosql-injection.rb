class SessionsController < ApplicationController
  def create
    # ruleid: ruby-nosql-injection
    user = collection.find({ login: params[:login], secret: params[:secret] }).first
    # ruleid: ruby-nosql-injection
    client[:items].delete_many({ owner: params[:owner] })
    filter = { kind: params[:kind] }
    # ruleid: ruby-nosql-injection
    mongo[:items].find(filter)
    by_name(params[:name])
  end

  def safe
    # ok: ruby-nosql-injection
    user = collection.find({ login: params[:login].to_s }).first
    # ok: ruby-nosql-injection
    item = collection.find({ _id: BSON::ObjectId(params[:id]) }).first
    # ok: ruby-nosql-injection
    item = Item.find(params[:id])
    # ok: ruby-nosql-injection
    client[:items].delete_many({ age: params[:age].to_i })
  end

  private

  def by_name(name)
    # ruleid: ruby-nosql-injection
    client[:users].delete_one({ name: name })
  end
end
