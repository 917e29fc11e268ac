class ItemsController < ApplicationController
  def show
    load
  rescue IOError => e
    # ruleid: ruby-exception-exposed
    render json: { error: e.message, trace: e.backtrace }, status: 500
  rescue ArgumentError => e
    # ruleid: ruby-exception-exposed
    render plain: e.backtrace.join("\n")
  rescue TypeError => e
    # ruleid: ruby-exception-exposed
    render plain: e.full_message
  rescue StandardError => e
    # ruleid: ruby-exception-exposed
    halt 500, e.backtrace.join("\n")
  end

  def good
    load
  rescue StandardError => e
    # ok: ruby-exception-exposed
    logger.error(e.backtrace.join("\n"))
    # ok: ruby-exception-exposed
    render json: { error: "Something went wrong." }, status: 500
    # ok: ruby-exception-exposed
    raise
    # ok: ruby-exception-exposed
    notify(e, e.backtrace)
  end
end
