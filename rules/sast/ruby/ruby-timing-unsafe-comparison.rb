class Hooks
  def check(request, body)
    # ruleid: ruby-timing-unsafe-comparison
    return true if signature == request.headers["X-Signature"]
    # ruleid: ruby-timing-unsafe-comparison
    raise "key" if params[:key] != settings.api_key
    # ruleid: ruby-timing-unsafe-comparison
    return false unless @secret == given
    # ruleid: ruby-timing-unsafe-comparison
    expected_digest == other
    # ok: ruby-timing-unsafe-comparison
    Rack::Utils.secure_compare(signature, request.headers["X-Signature"])
    # ok: ruby-timing-unsafe-comparison
    return false if signature == ""
    # ok: ruby-timing-unsafe-comparison
    return false if size == other
    # ok: ruby-timing-unsafe-comparison
    secret == nil
  end
end
