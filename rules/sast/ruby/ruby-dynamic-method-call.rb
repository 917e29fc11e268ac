class WidgetsController < ApplicationController
  KINDS = { "clock" => Clock, "map" => Map }.freeze

  def show
    # ruleid: ruby-dynamic-method-call
    @value = @widget.send(params[:method])
    # ruleid: ruby-dynamic-method-call
    @value = @widget.public_send(params[:action_name], 1)
    # ruleid: ruby-dynamic-method-call
    @class = params[:type].constantize
    name = params[:kind].camelize
    # ruleid: ruby-dynamic-method-call
    @class = Object.const_get(name)
    build(params[:class_name])
  end

  def safe
    # ok: ruby-dynamic-method-call
    @value = @widget.send(:refresh, params[:id])
    # ok: ruby-dynamic-method-call
    @class = KINDS[params[:type]]
    # ok: ruby-dynamic-method-call
    @value = @widget.public_send("render_#{params[:style]}")
    name = params[:name]
    return unless ALLOWED_METHODS.include?(name)

    # ok: ruby-dynamic-method-call
    @value = @widget.public_send(name)
  end

  private

  def build(text)
    # ruleid: ruby-dynamic-method-call
    text.classify.constantize.new
  end
end
