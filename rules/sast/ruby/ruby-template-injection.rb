class PreviewController < ApplicationController
  def show
    # ruleid: ruby-template-injection
    render inline: params[:template]
    # ruleid: ruby-template-injection
    render inline: "<h1>#{params[:title]}</h1>", layout: false
    # ruleid: ruby-template-injection
    @text = ERB.new("Hello " + params[:name]).result(binding)
    preview(params[:body])
  end

  def safe
    # ok: ruby-template-injection
    render inline: "<h1><%= @title %></h1>"
    # ok: ruby-template-injection
    @text = ERB.new(File.read("mail.erb")).result_with_hash(name: params[:name])
    # ok: ruby-template-injection
    render plain: params[:template]
    # ok: ruby-template-injection
    render :show, locals: { title: params[:title] }
  end

  private

  def preview(body)
    # ruleid: ruby-template-injection
    ERB.new(body).result
  end
end
