class FilesController < ApplicationController
  def show
    # ruleid: ruby-kernel-open
    @text = open(params[:name]).read
    # ruleid: ruby-kernel-open
    open(params[:url]) { |io| @text = io.read }
    name = cookies[:name]
    # ruleid: ruby-kernel-open
    @lines = IO.readlines(name)
    load(params[:file])
  end

  def safe
    # ok: ruby-kernel-open
    @text = open("data/#{params[:name]}").read
    # ok: ruby-kernel-open
    @text = open("items.txt").read
    # ok: ruby-kernel-open
    @text = File.open(params[:name]).read
    # ok: ruby-kernel-open
    dialog.open(params[:name])
    # ok: ruby-kernel-open
    @text = open(File.join("data", params[:name])).read
  end

  private

  def load(file)
    # ruleid: ruby-kernel-open
    open(file)
  end
end
