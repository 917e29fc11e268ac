class CartsController < ApplicationController
  def load
    # ruleid: ruby-unsafe-deserialization
    @cart = Marshal.load(Base64.decode64(cookies[:cart]))
    # ruleid: ruby-unsafe-deserialization
    @data = YAML.load(params[:data])
    # ruleid: ruby-unsafe-deserialization
    @data = YAML.unsafe_load(request.body.read)
    # ruleid: ruby-unsafe-deserialization
    @data = Oj.object_load(params[:json])
    restore(params[:state])
  end

  def safe
    # ok: ruby-unsafe-deserialization
    @cart = JSON.parse(cookies[:cart])
    # ok: ruby-unsafe-deserialization
    @data = YAML.safe_load(params[:data])
    # ok: ruby-unsafe-deserialization
    @data = YAML.load(File.read("config/items.yml"))
    # ok: ruby-unsafe-deserialization
    @cart = Marshal.load(verifier.verify(cookies[:cart]))
    # ok: ruby-unsafe-deserialization
    @data = Marshal.dump(params[:data])
    # ok: ruby-unsafe-deserialization
    @data = Oj.load(params[:json], mode: :strict)
  end

  private

  def restore(text)
    # ruleid: ruby-unsafe-deserialization
    Marshal.load(text.unpack1("m"))
  end
end
